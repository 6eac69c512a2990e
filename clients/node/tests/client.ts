import type { Sandbox, WdataSchemas } from "wdata-mock"

const headers = { Authorization: "Bearer any", "Content-Type": "application/json" }

/** Starts a refresh as a client would. */
export function refresh(mock: Sandbox, connectionId: string, body: object = {}): Promise<Response> {
  const url = `${mock.baseUrl}/api/v1/connections/${connectionId}/refresh`
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) })
}

/** Polls the newest run as a client would. */
export async function status(mock: Sandbox, connectionId: string): Promise<WdataSchemas["ConnectionRunDto"]> {
  const response = await fetch(`${mock.baseUrl}/api/v1/connections/${connectionId}/status`, { headers })
  const document = (await response.json()) as { body: WdataSchemas["ConnectionRunDto"] }
  return document.body
}
