using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class ContainerStartTests
{
    [Fact]
    public void Words_Everything_IsWhatEnginesTakeWithoutAnyValue()
    {
        var start = new ContainerStart("near-api", "api:1", ["serve", "--all"], new Dictionary<string, string> { ["PLAIN"] = "hunter1", ["LINES"] = "hunter2\nmore" })
        {
            Network = "near",
            Ports = new Dictionary<int, int> { [8081] = 80 },
            ReadOnly = true,
            Memory = ["/tmp"],
            Volumes = new Dictionary<string, string> { ["near-files"] = "/data:ro" },
            User = "1000",
        };

        string[] expected =
        [
            "--name", "near-api", "--label", "landfall.local=near", "--network", "near", "--env-file", "/e", "--env", "LINES", "--publish", "127.0.0.1:8081:80",
            "--read-only", "--tmpfs", "/tmp", "--volume", "near-files:/data:ro", "--user", "1000", "api:1", "serve", "--all",
        ];
        Assert.Equal(expected, start.Words("near", "/e"));
    }

    [Theory]
    [InlineData("A", "plain", true)]
    [InlineData("A", "two\nlines", false)]
    [InlineData("A", "\"quoted\"", false)]
    [InlineData("PATH", "\"quoted\"", true)] // an engine's own would be lost
    [InlineData("DOCKER_HOST", "tcp://x", true)]
    [InlineData("A", "{\"json\": 1}", true)]
    public void Variables_Value_GoesByTheWayThatKeepsIt(string name, string value, bool file)
    {
        var start = new ContainerStart("x", "x", [], new Dictionary<string, string> { [name] = value }) { Network = "x" };

        Assert.Equal((file ? 1 : 0, file ? 0 : 1), (start.InFile.Count, start.ByName.Count));
        Assert.Equal(value, (file ? start.InFile : start.ByName)[name]);
    }
}
