import { expect, test } from "wdata-mock/playwright"

const headers = { Authorization: "Bearer any" }

for (const run of [1, 2]) {
  test(`each test has its own sandbox, ${run}`, async ({ wdataMock, request }) => {
    const url = `${wdataMock.baseUrl}/api/v1/connections/stuck/refresh`

    expect((await request.post(url, { headers, data: {} })).status()).toBe(200)
    expect((await request.post(url, { headers, data: {} })).status()).toBe(409)

    await wdataMock.verify({ operation: "refreshConnection", count: { exactly: 2 } })
  })

  test(`the workers use one server, with the options of the configuration, ${run}`, async ({ wdataMock }) => {
    expect(wdataMock.serverUrl).toBe(process.env.WDATA_MOCK_URL)
    expect(await wdataMock.getSettings()).toMatchObject({ validation: "strict" })
  })
}
