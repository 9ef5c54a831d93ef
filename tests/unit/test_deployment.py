"""What the files in deploy/ promise: a service that may do no more than its work."""

from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"

PROMISED = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "MemoryDenyWriteExecute": "yes",
    "SystemCallFilter": "@system-service ~@privileged @resources",
    "User": "klachtmail",
    "UMask": "0077",
    "StateDirectoryMode": "0700",
    "Type": "notify",
    "RestartPreventExitStatus": "2 4",
}


def directives(path):
    """Return the directives of a unit file; what is said twice is joined."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found[name] = f"{found[name]} {value}" if name in found else value
    return found


def test_the_service_may_do_no_more_than_its_work():
    unit = directives(DEPLOY / "klachtmail.service")
    assert {name: unit.get(name) for name in PROMISED} == PROMISED
    assert unit["ExecStart"].endswith(" run")
    assert not [value for value in unit.values() if "password=" in value.lower()]


def test_the_service_for_several_firms_differs_only_in_its_folders():
    one = (DEPLOY / "klachtmail.service").read_text("utf-8").splitlines()[1:]
    each = (DEPLOY / "klachtmail@.service").read_text("utf-8").splitlines()[2:]
    alone = [line.replace("/%i", "").replace(" (%i)", "") for line in each]
    assert alone == one
    assert sum("%i" in line for line in each) == 6


def test_a_service_that_ends_for_good_is_told():
    assert directives(DEPLOY / "klachtmail.service")["OnFailure"] == "klachtmail-failed@%n.service"
    assert (DEPLOY / "klachtmail-failed@.service").exists()


def test_the_container_does_not_run_as_root():
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users == ["10001:10001"]
    copied_later = [
        line for line in lines[lines.index("USER 10001:10001") :] if line.startswith(("COPY", "ADD", "RUN"))
    ]
    assert copied_later == []


def test_the_image_has_no_servers_of_the_demonstration_in_it():
    dockerfile = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert "requirements/${LOCK}.lock" in dockerfile
    assert "LOCK=run" in dockerfile
    for name in ("run", "extras"):
        locked = (DEPLOY.parent / "requirements" / f"{name}.lock").read_text("utf-8")
        assert "\npydantic==" in locked
        assert not [demo for demo in ("aiosmtpd", "pymap", "proxy-protocol") if f"\n{demo}==" in locked]
