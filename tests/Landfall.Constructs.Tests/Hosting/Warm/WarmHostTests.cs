using System.IO.Pipes;
using Landfall.Config.Hosts;
using Landfall.Constructs.Hosting.Warm;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Constructs.Tests.Hosting.Warm;

public sealed class WarmHostTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Door => Path.Combine(_folder.Path, "door");

    private string Output => Path.Combine(_folder.Path, "out");

    private string[] Arguments => ["--plan", "plan.json", "--project", ".", "--output", Output];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ServeAsync_TwoCallersAtOnce_AreServedOneAfterTheOther()
    {
        var inside = 0;
        var most = 0;
        var serving = Serve(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
            return 0;
        });

        var answers = await Task.WhenAll(AskAsync(), AskAsync());

        Assert.All(answers, signals => Assert.Equal([HostSignal.Begun, HostSignal.Done], signals));
        Assert.Equal(1, most);
        await EndAsync(serving);
    }

    [Fact]
    public async Task ServeAsync_AfterTheMostSyntheses_Ends()
    {
        var seen = 0;
        var serving = Serve(_ =>
        {
            seen++;
            return 0;
        });

        for (var i = 0; i < WarmHost.MostSyntheses; i++)
            await AskAsync();

        await serving.WaitAsync(Limit, Stop);
        Assert.Equal(40, seen);
        Assert.False(File.Exists(Door));
    }

    [Fact]
    public async Task ServeAsync_TooMuchMemoryAfterASynthesis_Ends()
    {
        var memory = 100_000_000L;
        var serving = new WarmHost(Door, _ => Grow(), () => memory, _clock).ServeAsync();

        Assert.Equal([HostSignal.Begun, HostSignal.Done], await AskAsync());

        await serving.WaitAsync(Limit, Stop);

        int Grow()
        {
            memory = 800_000_000;
            return 0;
        }
    }

    [Fact]
    public async Task ServeAsync_FailedSynthesis_SaysSoAndEnds()
    {
        var serving = Serve(_ => 1);

        Assert.Equal([HostSignal.Begun, HostSignal.Failed], await AskAsync());

        await serving.WaitAsync(Limit, Stop);
    }

    [Fact]
    public async Task ServeAsync_NobodyCalls_EndsAfterTenMinutes()
    {
        var began = _clock.GetUtcNow();
        var serving = Serve(_ => 0);

        await PassTimeAsync(serving);

        Assert.True(_clock.GetUtcNow() - began >= TimeSpan.FromMinutes(10));
        Assert.False(File.Exists(Door));
    }

    [Fact]
    public async Task ServeAsync_SocketTakenAway_EndsAtTheNextGlance()
    {
        var serving = Serve(_ => 0);
        await AskAsync();
        var began = _clock.GetUtcNow();

        File.Delete(Door);
        await PassTimeAsync(serving);

        Assert.True(_clock.GetUtcNow() - began < TimeSpan.FromMinutes(10)); // after which it would have ended anyway
    }

    [Fact]
    public async Task ServeAsync_CallerGoesAway_RemovesItsOutputAndServesTheNext()
    {
        using var goOn = new SemaphoreSlim(0);
        var serving = Serve(_ =>
        {
            goOn.Wait(Limit);
            Directory.CreateDirectory(Output);
            return 0;
        });

        await using (var caller = await ConnectAsync())
        {
            await HostRequest.WriteAsync(caller, Arguments, Stop);
            Assert.Equal((int)HostSignal.Begun, caller.ReadByte());
        }

        goOn.Release(2);

        Assert.Equal([HostSignal.Begun, HostSignal.Done], await AskAsync());
        Directory.Delete(Output); // of the second, which was not given up
        await EndAsync(serving);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task ServeAsync_CallerThatAsksNothing_DoesNotEndIt()
    {
        var serving = Serve(_ => 0);

        await using (await ConnectAsync())
        {
        }

        Assert.Equal([HostSignal.Begun, HostSignal.Done], await AskAsync());
        await EndAsync(serving);
    }

    [Fact]
    public async Task ServeAsync_SecondHostAtTheDoor_EndsAtOnce()
    {
        var serving = Serve(_ => 0);

        await Serve(_ => 1).WaitAsync(Limit, Stop);

        Assert.Equal([HostSignal.Begun, HostSignal.Done], await AskAsync());
        await EndAsync(serving);
    }

    private Task Serve(Func<IReadOnlyList<string>, int> synthesise) => new WarmHost(Door, synthesise, () => 0, _clock).ServeAsync();

    private async Task<NamedPipeClientStream> ConnectAsync()
    {
        var pipe = new NamedPipeClientStream(".", Door, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync(Limit, Stop);
        return pipe;
    }

    private async Task<List<HostSignal>> AskAsync()
    {
        await using var pipe = await ConnectAsync();
        await HostRequest.WriteAsync(pipe, Arguments, Stop);
        var signals = new List<HostSignal>();
        var signal = new byte[1];
        while (signals.LastOrDefault() is not (HostSignal.Done or HostSignal.Failed) && await pipe.ReadAsync(signal, Stop).AsTask().WaitAsync(Limit, Stop) > 0)
            signals.Add((HostSignal)signal[0]);
        return signals;
    }

    private async Task EndAsync(Task serving)
    {
        File.Delete(Door);
        await PassTimeAsync(serving);
    }

    /// <summary>Lets time pass until the host has ended.</summary>
    private async Task PassTimeAsync(Task serving)
    {
        while (!serving.IsCompleted)
        {
            // The host runs on other threads: on a busy machine the clock must not run away from it.
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.WhenAny(serving, Task.Delay(TimeSpan.FromMilliseconds(5), Stop));
        }

        await serving;
    }
}
