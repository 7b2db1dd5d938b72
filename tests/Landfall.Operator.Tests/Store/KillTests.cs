using System.Diagnostics;
using System.Globalization;
using Landfall.Operator.Incidents;
using Landfall.Operator.Store;

namespace Landfall.Operator.Tests.Store;

/// <summary>An operator that is killed again and again knows in the end what one knows that never was.</summary>
public sealed class KillTests
{
    private const int Kills = 20;

    [Fact]
    public async Task Save_ProcessIsKilledAtAnyPoint_LosesAndDoublesNothing()
    {
        using var folder = new TemporaryFolder();
        var (killed, whole) = (Path.Combine(folder.Path, "killed.db"), Path.Combine(folder.Path, "whole.db"));
        var stop = TestContext.Current.CancellationToken;
        var random = new Random(20261128);

        // It is killed at a tick by chance, and some microseconds later by chance: between two ticks, within one, and while it writes.
        var (kills, reached) = (0, 0);
        while (kills < Kills)
        {
            using var victim = Start(killed, int.MaxValue);
            var at = reached + random.Next(1, 60);
            while (TicksIn(killed) < at)
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, stop);
            Thread.SpinWait(random.Next(0, 200_000));
            victim.Kill();
            await victim.WaitForExitAsync(stop);
            reached = TicksIn(killed);
            kills++;
        }

        var ticks = reached + 100;
        using (var last = Start(killed, ticks))
        {
            await last.WaitForExitAsync(stop);
            Assert.Equal(0, last.ExitCode);
        }

        Assert.Equal(0, await Victim.RunAsync(whole, ticks));
        var (expected, actual) = (Files(whole), Files(killed));
        Assert.Equal(expected.Select(file => file.Incident.Id), actual.Select(file => file.Incident.Id));
        Assert.Equal(expected.Select(StoreJson.Write), actual.Select(StoreJson.Write));
        Assert.True(actual.Count > 20, $"only {actual.Count} incidents were at stake");
    }

    private static IReadOnlyList<CaseFile> Files(string file)
    {
        using var store = OperatorStore.Open(file, TimeProvider.System);
        return store.List(DateTimeOffset.UnixEpoch);
    }

    private static int TicksIn(string file)
    {
        if (!File.Exists(file))
            return 0;
        using var store = OperatorStore.Open(file, TimeProvider.System);
        return store.LastTick() is { } last ? (int)(last - Scene.Noon).TotalMinutes + 1 : 0;
    }

    private static Process Start(string file, int ticks)
    {
        string[] arguments = ["exec", typeof(Victim).Assembly.Location, Victim.Word, file, ticks.ToString(CultureInfo.InvariantCulture)];
        return Process.Start(new ProcessStartInfo("dotnet", arguments))!;
    }
}
