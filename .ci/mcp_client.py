"""A scenario with the official MCP client for Python: create, fail once, lost response, explain, verify.

Usage: mcp_client.py SANDBOX (URL | COMMAND ARGUMENT...)
"""

import asyncio
import sys
import urllib.error
import urllib.request
from typing import Any

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client


def refresh(base_url: str) -> int | None:
    """Returns the status of a refresh; None if the response was lost."""
    request = urllib.request.Request(
        f"{base_url}/api/v1/connections/payroll/refresh", method="POST", headers={"Authorization": "Bearer any"}
    )
    try:
        with urllib.request.urlopen(request) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


async def scenario(client: Client, sandbox: str) -> None:
    async def call(tool: str, **arguments: Any) -> Any:
        result = await client.call_tool(tool, {"sandbox": sandbox, **arguments})
        assert not result.is_error, result.content
        return result.structured_content

    print(f"{client.server_info}, protocol {client.protocol_version}")
    tools = (await client.list_tools()).tools
    assert all(tool.input_schema["type"] == "object" and tool.output_schema for tool in tools) and len(tools) == 17
    base_url = (await call("describe_sandbox", connectionId="instant"))["baseUrl"]

    await call("put_connection", connectionId="payroll", scripts=[{"outcome": "fail_source"}, {"outcome": "succeed"}])
    await call("control_clock", set={"mode": "frozen"})
    assert refresh(base_url) == 200
    await call("control_clock", advance={"until": {"connectionId": "payroll", "stage": "done"}})
    failed = (await call("list_runs", connectionId="payroll"))["runs"][0]
    assert (failed["sourceStatus"], failed["destinationStatus"]) == ("error", "cancelled"), failed

    await call("add_fault", operation="refreshConnection", times=1, when="after", effect={"type": "disconnect"})
    assert [refresh(base_url), refresh(base_url)] == [None, 409]
    conflict, lost, first = (await call("list_requests", connectionId="payroll"))["requests"]
    assert "took script 2 of 2: succeed" in lost["explanation"] and lost["faultId"], lost
    assert conflict["status"] == 409 and conflict["explanation"], conflict
    assert (await call("get_request", seq=first["seq"]))["curl"].startswith("curl ")

    await call("control_clock", advance={"until": {"connectionId": "payroll", "stage": "done"}})
    verdict = await call("verify_requests", operation="refreshConnection", count={"exactly": 3})
    assert verdict["verdict"] == "satisfied", verdict
    verdict = await call("verify_requests", operation="refreshConnection", count={"atMost": 2})
    assert verdict["verdict"] == "violated", verdict
    assert (await call("look_up_fidelity", words="409"))["behaviours"]

    wrong = await client.call_tool("move_run", {"sandbox": sandbox, "connectionId": "pay"})
    assert wrong.is_error and '"pay"' in str(wrong.content), wrong
    for resource in (await client.list_resources()).resources:
        assert (await client.read_resource(resource.uri)).contents[0].text
    for prompt in (await client.list_prompts()).prompts:
        assert (await client.get_prompt(prompt.name, {})).messages
    await call("reset_sandbox")
    assert (await call("list_runs"))["runs"] == []


async def main(sandbox: str, *address: str) -> None:
    stdio = not address[0].startswith("http")
    transport = stdio_client(StdioServerParameters(command=address[0], args=[*address[1:]])) if stdio else address[0]
    async with Client(transport) as client:
        await scenario(client, sandbox)


asyncio.run(main(*sys.argv[1:]))
