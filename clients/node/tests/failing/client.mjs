/** Starts a refresh as a client would, and returns the status of the response. */
export async function refresh(baseUrl, connectionId = "stuck") {
  const url = `${baseUrl}/api/v1/connections/${connectionId}/refresh`
  return (await fetch(url, { method: "POST", headers: { Authorization: "Bearer any" } })).status
}
