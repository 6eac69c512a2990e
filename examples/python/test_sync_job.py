from sync_job import SyncJob


def test_recovers_from_a_lost_response_and_a_failure(wdata_mock):
    wdata_mock.set_clock(mode="frozen")
    wdata_mock.put_scripts("instant", "succeed", "fail_source", "succeed")
    wdata_mock.add_fault({"type": "disconnect"}, operation="refreshConnection", when="after", times=1)

    SyncJob(wdata_mock.base_url).run()

    wdata_mock.verify(operation="refreshConnection", connection_id="instant", count={"exactly": 3})
