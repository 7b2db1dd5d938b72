namespace Landfall.EndToEnd.Tests;

/// <summary>
/// Plays AWS's plugin and the container behind it: it runs the session's command on this machine, in a terminal as ECS's agent does, and
/// carries bytes between that and its own streams. Like the plugin it gives up when its input ends, and frames what it shows.
/// </summary>
internal sealed class ContainerPlugin : IDisposable
{
    private const string Program = """
        import json, os, pty, select, shlex, sys, urllib.request
        if sys.argv[1] == "--version":
            print("1.2.553.0")
            sys.exit()
        session = json.loads(os.environ["AWS_SSM_START_SESSION_RESPONSE"])["SessionId"]
        with urllib.request.urlopen(sys.argv[6] + "/landfall/sessions") as answer:
            command = shlex.split(json.load(answer)[session])
        sys.stdout.write(f"\nStarting session with SessionId: {session}\n")
        sys.stdout.flush()
        os.environ["PATH"] = os.environ.get("CONTAINER_PATH", os.environ["PATH"])
        child, terminal = pty.fork()
        if child == 0:
            os.execv(command[0], command)
        stalls = "CONTAINER_STALLS" in os.environ
        while True:
            ready, _, _ = select.select([terminal, 0], [], [])
            if terminal in ready:
                try:
                    data = os.read(terminal, 65536)
                except OSError:
                    data = b""
                if not data:
                    break
                sys.stdout.buffer.write(data)
                sys.stdout.flush()
            if 0 in ready:
                data = os.read(0, 1024)
                if not data:
                    print("Cannot perform start session: EOF")
                    sys.exit(1)
                if stalls:
                    data = b"\x03" if b"\x03" in data else b""
                while data:
                    data = data[os.write(terminal, data):]
        sys.stdout.write(f"\n\nExiting session with sessionId: {session}.\n\n")
        """;

    private readonly TemporaryFolder _folder = new();

    public ContainerPlugin()
    {
        _folder.Write("plugin.py", Program.ReplaceLineEndings("\n"));
        _folder.Write("session-manager-plugin", $"#!/bin/sh\nexec '{Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3"}' '{System.IO.Path.Combine(_folder.Path, "plugin.py")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(System.IO.Path.Combine(_folder.Path, "session-manager-plugin"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The path on which it is found.</summary>
    public string Path => $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";

    public void Dispose() => _folder.Dispose();
}
