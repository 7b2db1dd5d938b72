using Landfall.Config;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operator.Tests.Store;

public sealed class OperatorStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Scene.Noon);

    private string Path => System.IO.Path.Combine(_folder.Path, "dev.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_WhatWasSaved_IsTheSame()
    {
        using (var store = Open())
        {
            Assert.Null(store.Load());
            Assert.Null(store.LastTick());
            store.Save(store.Take("ada"), Scene.Noon, Step());
        }

        using var again = Open();
        Assert.Equal(StoreJson.Write(Step().State), StoreJson.Write(again.Load()));
        Assert.Equal(Scene.Noon, again.LastTick());
        Assert.Equal(StoreJson.Write(Step().Cases[0]), StoreJson.Write(again.Find(1)));
        Assert.Null(again.Find(2));
    }

    [Fact]
    public void Take_AnotherHasIt_NamesThemAndSucceedsWhenTheirLeaseIsOver()
    {
        using var first = Open();
        using var second = Open();
        first.Take("ada, process 7");

        _time.Advance(Lease.Length - TimeSpan.FromSeconds(1));
        var refused = Assert.Throws<LandfallException>(() => second.Take("bob"));
        Assert.Equal(ErrorCodes.OperatorAtWork, refused.Code);
        Assert.Contains("ada, process 7", refused.Message, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, second.Take("bob").Token);
    }

    [Fact]
    public void Renew_InTime_KeepsOthersOut()
    {
        using var first = Open();
        using var second = Open();
        var lease = first.Take("ada");
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(Lease.Renewal);
            Assert.True(first.Renew(lease));
        }

        Assert.Throws<LandfallException>(() => second.Take("bob"));
    }

    [Fact]
    public void GiveBack_ByItsOwner_LetsTheNextBeginAtOnce()
    {
        using var store = Open();
        store.GiveBack(store.Take("ada"));

        Assert.Equal(2, store.Take("bob").Token);
    }

    [Fact]
    public void Save_AfterAnotherHasTakenOver_WritesNothingAndSaysWho()
    {
        using var frozen = Open();
        var old = frozen.Take("ada, process 7");
        frozen.Save(old, Scene.Noon, Step());
        _time.Advance(TimeSpan.FromMinutes(1));
        using var next = Open();
        var lease = next.Take("bob, process 8");

        var lost = Assert.Throws<LandfallException>(() => frozen.Save(old, Scene.At(9), new OperatorStep(OperatorState.Empty, [], [])));

        Assert.Equal(ErrorCodes.OperatorReplaced, lost.Code);
        Assert.Contains("bob, process 8", lost.Message, StringComparison.Ordinal);
        Assert.False(frozen.Renew(old));
        frozen.GiveBack(old);
        Assert.Throws<LandfallException>(() => frozen.Take("carol")); // what the old one gives back is not the new one's
        Assert.Equal((Scene.Noon, StoreJson.Write(Step().State)), (next.LastTick()!.Value, StoreJson.Write(next.Load())));
        next.Save(lease, Scene.At(1), Step());
    }

    [Fact]
    public void Save_LeaseIsOverButNobodyElseHasIt_GoesOn()
    {
        using var store = Open();
        var lease = store.Take("ada");
        _time.Advance(TimeSpan.FromHours(1));

        store.Save(lease, Scene.At(60), Step());

        Assert.Equal(Scene.At(60), store.LastTick());
    }

    [Fact]
    public void List_SinceATime_HasWhatIsNotOverAndWhatBeganSince()
    {
        using var store = Open();
        var scene = new Scene();
        var lease = store.Take("ada");
        scene.Look(0, Scene.Down("api", 0));
        store.Save(lease, Scene.At(0), scene.Last);
        scene.Look(1);
        scene.Look(20);
        store.Save(lease, Scene.At(20), scene.Last);
        scene.Look(300, Scene.Down("mailer", 300));
        store.Save(lease, Scene.At(300), scene.Last);

        Assert.Equal([(2L, IncidentState.Open), (1L, IncidentState.Resolved)], store.List(Scene.At(-5)).Select(file => (file.Incident.Id, file.State)));
        Assert.Equal([2L], store.List(Scene.At(200)).Select(file => file.Incident.Id));
        Assert.Equal([2L], store.List(Scene.At(5000)).Select(file => file.Incident.Id));
    }

    [Fact]
    public void Acknowledge_WhileAnotherHasTheLease_IsSeenAtOnce()
    {
        using var store = Open();
        store.Save(store.Take("ada"), Scene.Noon, Step());
        using var other = Open();

        other.Acknowledge(new Acknowledgement(1, Scene.At(1), "bob", "on it"));
        other.Acknowledge(new Acknowledgement(1, Scene.At(2), "eve", ""));

        Assert.Equal([new Acknowledgement(1, Scene.At(2), "eve", "")], store.Acknowledgements());
        Assert.Equal((IncidentState.Acknowledged, "eve"), (store.Find(1)!.State, store.Find(1)!.Notes.Acknowledged!.By));
        Assert.Equal(IncidentState.Acknowledged, Assert.Single(store.List(Scene.Noon)).State);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_NamesItAndTheRemedy()
    {
        File.WriteAllText(Path, new string('x', 5000));

        var error = Assert.Throws<LandfallException>(Open);

        Assert.Equal(ErrorCodes.OperatorStore, error.Code);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("move it away", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileOfANewerVersion_IsRefused()
    {
        Open().Dispose();
        Sql("PRAGMA user_version = 3");

        Assert.Contains("newer version", Assert.Throws<LandfallException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_StateThatWasTamperedWith_SaysThatItIsDamaged()
    {
        using (var store = Open())
            store.Save(store.Take("ada"), Scene.Noon, Step());
        Sql("UPDATE checkpoint SET state = '{'");

        using var again = Open();
        Assert.Contains("is damaged", Assert.Throws<LandfallException>(again.Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_FileCannotGrow_SaysSoAndKeepsWhatWasSaved()
    {
        using var store = Open();
        var lease = store.Take("ada");
        store.Save(lease, Scene.Noon, Step());
        Sql("CREATE TRIGGER full BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

        var error = Assert.Throws<LandfallException>(() => store.Save(lease, Scene.At(1), Step()));

        Assert.Equal(ErrorCodes.OperatorStore, error.Code);
        Assert.Contains("disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal(Scene.Noon, store.LastTick());
    }

    [Fact]
    public void Open_NewFile_IsTheUsersAlone()
    {
        Open().Dispose();

        // Windows has no such rights.
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private OperatorStore Open() => OperatorStore.Open(Path, _time);

    private static OperatorStep Step()
    {
        var scene = new Scene();
        scene.Hear(0, new SourceReading("ECS services") { Signals = [Scene.Down("api", 0)], Changes = [Scene.Release("api", -3)], Gaps = [new Gap("ECS services", "stopped tasks", "no")] });
        return scene.Last;
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
