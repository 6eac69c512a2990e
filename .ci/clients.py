"""Calls all six operations through a generated client, whose strict models read every answer.

    clients.py PACKAGE BASE_URL

PACKAGE is workiva_wdata_client, or one that OpenAPI Generator has made from a document of the same structure.
"""

import importlib
import sys

package_name, base_url = sys.argv[1:]
package = importlib.import_module(package_name)

configuration = package.Configuration(host=base_url, access_token="ci")
client = package.ApiClient(configuration, header_name="Authorization", header_value="Bearer ci")
api = package.ConnectionManagementApi(client)
Refresh = package.RefreshConnectionDto

seen = set()
for described in (None, False, True):
    page = api.list_connections(limit=5, include_source_resource_properties=described)
    connections = list(page.body)
    while page.cursor is not None:
        page = api.list_connections(cursor=page.cursor, include_source_resource_properties=described)
        connections += page.body
    assert len(connections) > 20, len(connections)
    for connection in connections:
        assert (connection.source_resource_properties is not None) == bool(described), connection
        seen.add(connection.source_type)
    missing = api.get_connection("source-missing", include_source_resource_properties=described).body
    if described:
        properties = missing.source_resource_properties
        assert properties.status == "UNKNOWN", properties
        assert properties.messages[0].code == "SOURCE_NOT_FOUND", properties
    else:
        assert missing.source_resource_properties is None, missing

run = api.refresh_connection("instant", Refresh(source_parameters={"year": 2026})).body
assert run.destination_status == "complete", run
assert api.get_refresh_status("instant", job_id=run.job_id).body.source_parameters == {"year": 2026}

ids = ["income-statement-to-10k", "cash-flow-to-10k"]
batch = api.refresh_batch([Refresh(connection_id=one) for one in ids], cancel_unwritables=False).body
shown = api.get_refresh_batch_status(batch.batch_refresh_id).body
assert [child.connection_id for child in shown.child_refreshes] == ids, shown

try:
    api.get_connection("no-such-connection")
    raise AssertionError("404 was expected")
except package.ApiException as error:
    assert error.status == 404, error

print(f"{package_name}: six operations, sources of {len(seen)} types, with and without their properties")
