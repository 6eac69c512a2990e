export async function refresh(baseUrl: string, connectionId: string): Promise<number> {
  const url = `${baseUrl}/api/v1/connections/${connectionId}/refresh`
  const headers = { Authorization: "Bearer any", "Content-Type": "application/json" }
  return (await fetch(url, { method: "POST", headers, body: "{}" })).status
}
