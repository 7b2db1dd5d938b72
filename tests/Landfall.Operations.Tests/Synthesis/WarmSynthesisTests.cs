using System.IO.Pipes;
using Landfall.Config.Hosts;
using Landfall.Operations.Synthesis;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operations.Tests.Synthesis;

public sealed class WarmSynthesisTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Door => Path.Combine(_folder.Path, "door");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TryAsync_HostThatIsDone_IsTrueAndHasTheArguments()
    {
        var host = ServeAsync(HostSignal.Begun, HostSignal.Done);

        Assert.True(await TryAsync("--plan", "a plan with \"quotes\".json"));

        Assert.Equal(["--plan", "a plan with \"quotes\".json"], await host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // killed in the middle
    public async Task TryAsync_HostThatFailsOrIsKilled_IsFalse(bool says)
    {
        var host = says ? ServeAsync(HostSignal.Begun, HostSignal.Failed) : ServeAsync(HostSignal.Begun);

        Assert.False(await TryAsync());

        await host;
    }

    [Fact]
    public async Task TryAsync_HostThatIsAboutToEnd_AsksTheNext()
    {
        // Both are there before anybody asks: between two hosts that follow each other there may be none.
        var (ending, next) = (Open(2), Open(2));
        var hosts = ServeAsync(ending).ContinueWith(_ => ServeAsync(next, HostSignal.Begun, HostSignal.Done), TaskScheduler.Default).Unwrap();

        Assert.True(await TryAsync());

        await hosts;
    }

    [Fact]
    public async Task TryAsync_HostThatServesAnother_GivesUpAfterSomeSeconds()
    {
        await using var busy = Open();
        var asking = TryAsync();

        await busy.WaitForConnectionAsync(Stop);
        await HostRequest.ReadAsync(busy, Stop);
        while (!asking.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.False(await asking);
    }

    [Fact]
    public async Task TryAsync_Cancelled_StopsWaitingForTheHost()
    {
        await using var host = Open();
        using var stop = new CancellationTokenSource();
        var asking = Warm().TryAsync([], stop.Token);
        await host.WaitForConnectionAsync(Stop);
        await HostRequest.ReadAsync(host, Stop);
        host.WriteByte((byte)HostSignal.Begun);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(Limit, Stop));
    }

    [Fact]
    public async Task TryAsync_SocketOfAKilledHostAndNoProgram_IsFalse()
    {
        await File.WriteAllTextAsync(Door, "", Stop);

        Assert.False(await TryAsync());
        Assert.True(File.Exists($"{Door}.log")); // it was tried
    }

    [Fact]
    public void Of_UsersOwnHost_IsNone() => Assert.Null(WarmSynthesis.Of(new SynthHost("own.dll", "1", IsUsers: true), "node"));

    [Theory]
    [InlineData("true", false)]
    [InlineData("1", false)]
    [InlineData("false", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void IsAllowed_OnABuildServer_IsFalse(string? ci, bool allowed)
    {
        var variables = ci is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["CI"] = ci };

        Assert.Equal(allowed && !OperatingSystem.IsWindows(), WarmDoor.IsAllowed(variables));
    }

    [Fact]
    public void Door_OfAnotherProgramVersionOrEnvironment_IsAnother()
    {
        var host = new SynthHost("/a/host.dll", "1");
        KeyValuePair<string, string>[] environment = [new("PATH", "/bin")];

        string?[] doors =
        [
            WarmDoor.Of("/warm", host, environment),
            WarmDoor.Of("/warm", host with { Identity = "2" }, environment),
            WarmDoor.Of("/warm", host with { Assembly = "/b/host.dll" }, environment),
            WarmDoor.Of("/warm", host, [new("PATH", "/usr/bin")]),
        ];

        Assert.Equal(4, doors.Distinct().Count());
        Assert.Equal(doors[0], WarmDoor.Of("/warm", new SynthHost("/a/host.dll", "1"), [new("PATH", "/bin")]));
    }

    [Fact]
    public void Door_InAFolderTooLongForASocket_IsNone() =>
        Assert.Null(WarmDoor.Of($"/{new string('x', 100)}", new SynthHost("host.dll", "1"), []));

    private Task<bool> TryAsync(params string[] arguments) => Warm().TryAsync(arguments, Stop).WaitAsync(Limit, Stop);

    private WarmSynthesis Warm() =>
        new(new SynthHost(Path.Combine(_folder.Path, "missing.dll"), "1"), new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! }, Door, _clock);

    private NamedPipeServerStream Open(int hosts = 1) =>
        new(Door, PipeDirection.InOut, hosts, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);

    /// <summary>A host that hears one request, answers and goes; without an answer it goes unheard.</summary>
    private Task<IReadOnlyList<string>> ServeAsync(params HostSignal[] signals) => ServeAsync(Open(), signals);

    private static async Task<IReadOnlyList<string>> ServeAsync(NamedPipeServerStream opened, params HostSignal[] signals)
    {
        await using var host = opened;
        await host.WaitForConnectionAsync(Stop);
        if (signals.Length == 0)
            return [];
        var arguments = await HostRequest.ReadAsync(host, Stop);
        foreach (var signal in signals)
            host.WriteByte((byte)signal);
        return arguments;
    }
}
