using System.Net;
using System.Net.Sockets;
using System.Text;
using Landfall.Config;
using Landfall.Operations.Specs;
using Landfall.Operations.Specs.Judging;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Specs;

public sealed class SpecOperationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-spec-").FullName;

    public SpecOperationsTests() => Write("landfall.yaml", """
        app: shop
        region: eu-west-1
        environments: { dev: {}, prod: { protect: true } }
        services:
          api: { type: web, image: example/api:1, scale: { min: 2, max: 4, cpu: 60 } }
        """);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task New_Feature_IsASpecificationThatHolds()
    {
        var written = await NewAsync("checkout");
        var report = await CheckAsync();

        Assert.Equal(["specs/checkout/requirements.md", "specs/checkout/design.md", "specs/checkout/tasks.md"], written.Files);
        Assert.True(report.Holds);
        Assert.Empty(report.Faults);
        var requirement = Assert.Single(report.Requirements);
        Assert.Equal(("R1", CheckOutcome.Satisfied, 1), (requirement.Id, requirement.Outcome, requirement.Tasks));
        Assert.Contains("api", Read("specs/checkout/design.md"), StringComparison.Ordinal);
        Assert.Contains("```mermaid", Read("specs/checkout/design.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Interrupted_WritesNothing()
    {
        var stopped = new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new SpecNewOperation().RunAsync(new SpecNewParameters("checkout", _folder, null), Agreed.ToNothing, stopped));

        Assert.False(Directory.Exists(Path.Combine(_folder, "specs")));
    }

    [Fact]
    public async Task New_OneFileCannotBeWritten_LeavesNone()
    {
        // Something stands where the second file is first written.
        Directory.CreateDirectory(Path.Combine(_folder, "specs/checkout/design.md.new"));

        var failed = await Assert.ThrowsAsync<LandfallException>(async () => await NewAsync("checkout"));

        Assert.Equal(ErrorCodes.SpecNotWritten, failed.Code);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "specs/checkout")));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("Checkout")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("")]
    public async Task New_OtherName_IsRefusedAndWritesNothing(string feature)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(async () => await NewAsync(feature));

        Assert.Equal(ErrorCodes.SpecName, refused.Code);
        Assert.False(Directory.Exists(Path.Combine(_folder, "specs")));
    }

    [Fact]
    public async Task New_FeatureThatIsThere_KeepsIt()
    {
        Write("specs/checkout/tasks.md", "ours");

        var refused = await Assert.ThrowsAsync<LandfallException>(async () => await NewAsync("checkout"));

        Assert.Equal(ErrorCodes.FileInTheWay, refused.Code);
        Assert.Equal("ours", Read("specs/checkout/tasks.md"));
        Assert.False(File.Exists(Path.Combine(_folder, "specs/checkout/requirements.md")));
    }

    [Fact]
    public async Task Render_AfterTheFileHasChanged_WritesThePartAgainAndNothingElse()
    {
        await NewAsync("checkout");
        Write("specs/checkout/design.md", Read("specs/checkout/design.md") + "\nOur own words.\n");
        Write("landfall.yaml", Read("landfall.yaml") + "\n  mailer: { type: internal, image: example/mailer:1, port: 8080 }\n");

        var stale = Assert.Single((await CheckAsync()).Faults);
        var written = await RenderAsync();

        Assert.Equal("specs/checkout/design.md", stale.File);
        Assert.StartsWith("<!-- landfall:facts", Read("specs/checkout/design.md").Split('\n')[stale.Line - 1], StringComparison.Ordinal);
        Assert.Equal(["specs/checkout/design.md"], written.Files);
        Assert.Contains("mailer", Read("specs/checkout/design.md"), StringComparison.Ordinal);
        Assert.EndsWith("\nOur own words.\n", Read("specs/checkout/design.md"), StringComparison.Ordinal);
        Assert.Empty((await RenderAsync()).Files);
        Assert.Empty((await CheckAsync()).Faults);
    }

    [Fact]
    public async Task Render_RequirementsAndTasks_AreCountedInTasks()
    {
        await NewAsync("checkout");
        Write("specs/checkout/requirements.md", "## R1 One\n\nThe api shall a.\n\n## R2 Two\n\nThe api shall b.\n");
        Write("specs/checkout/tasks.md", Read("specs/checkout/tasks.md") + "\n- [x] Did it (R1, R2)\n");

        await RenderAsync();

        var lines = Read("specs/checkout/tasks.md").Split('\n');
        Assert.Contains("| R1 One | 0 | 2 | 1 |", lines);
        Assert.Contains("| R2 Two | 0 | 1 | 1 |", lines);
    }

    [Fact]
    public async Task Check_ViolatedAndUnknown_SayWhere()
    {
        Write("specs/a/requirements.md", "## R1 One\n\nThe api shall run three tasks.\n\n`check: service api scale.min >= 3`\n\n## R2 Two\n\nThe api shall be fine.\n");
        Write("specs/a/tasks.md", "- [ ] Something (R7)\n");

        var report = await CheckAsync();

        Assert.False(report.Holds);
        Assert.Equal([("R1", CheckOutcome.Violated), ("R2", CheckOutcome.NotChecked)], report.Requirements.Select(one => (one.Id, one.Outcome)));
        Assert.Equal((5, "service api.scale.min = 2"), (report.Requirements[0].Checks[0].Line, report.Requirements[0].Checks[0].Found));
        var fault = Assert.Single(report.Faults);
        Assert.Equal(("specs/a/tasks.md", 1), (fault.File, fault.Line));
        Assert.Contains("'R7'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK", CheckOutcome.Satisfied)]
    [InlineData("HTTP/1.1 503 Service Unavailable", CheckOutcome.Violated)]
    public async Task Check_RunningSystem_IsAskedWhereThatIsWanted(string status, object outcome)
    {
        Write("specs/a/requirements.md", "## R1 One\n\nThe api shall answer.\n\n`check: http api GET /health 200`\n");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = AnswerAsync(listener, status);
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        Assert.Equal(CheckOutcome.NotChecked, (await CheckAsync()).Requirements[0].Outcome);
        Assert.Equal((CheckOutcome)outcome, (await CheckAsync(running: true, url)).Requirements[0].Outcome);
        Assert.StartsWith("GET /health HTTP/1.1", await asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AddressWithoutRunning_IsRefused() =>
        Assert.Equal(ErrorCodes.SpecOption, (await Assert.ThrowsAsync<LandfallException>(() => CheckAsync(url: "http://127.0.0.1:1"))).Code);

    [Fact]
    public async Task Check_NoSpecification_SaysHowToBegin()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => CheckAsync());

        Assert.Equal(ErrorCodes.SpecUnknown, refused.Code);
        Assert.Contains("landfall spec new", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FileThatIsNoText_NamesIt()
    {
        Write("specs/a/requirements.md", "");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "specs/a/requirements.md"), [0xFF, 0xFE, 0x80], TestContext.Current.CancellationToken);

        Assert.Equal(ErrorCodes.SpecUnreadable, (await Assert.ThrowsAsync<LandfallException>(() => CheckAsync())).Code);
    }

    [Fact]
    public async Task Check_FileWithControlCharacters_IsRefused()
    {
        Write("specs/a/requirements.md", "## R1 \u001b[31mred\n\nThe api shall be red.\n");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => CheckAsync());

        Assert.Equal(ErrorCodes.SpecUnreadable, refused.Code);
        Assert.Contains("line 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FactsOfAnEnvironmentThatIsGone_AreAFault()
    {
        await NewAsync("checkout", "prod");
        Write("landfall.yaml", Read("landfall.yaml").Replace(", prod: { protect: true }", "", StringComparison.Ordinal));

        var report = await CheckAsync();

        Assert.Contains(report.Faults, fault => fault.Message.Contains("'prod'", StringComparison.Ordinal));
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string status)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static OperationContext Context => new(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken);

    private Task<SpecWritten> NewAsync(string feature, string? environment = null) => new SpecNewOperation().RunAsync(new SpecNewParameters(feature, _folder, environment), Agreed.ToNothing, Context);

    private Task<SpecWritten> RenderAsync() => new SpecRenderOperation().RunAsync(new SpecRenderParameters(_folder, null), Agreed.ToNothing, Context);

    private Task<SpecReport> CheckAsync(bool running = false, string? url = null) =>
        new SpecCheckOperation().RunAsync(new SpecCheckParameters(_folder, null, null, running, url), Agreed.ToNothing, Context);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
        File.WriteAllText(Path.Combine(_folder, name), text);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));
}
