using System.Globalization;
using Landfall.Config;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Microsoft.Data.Sqlite;

namespace Landfall.Operator.Store;

/// <summary>
/// What the operator knows of one environment, in one file of SQLite. A tick is one transaction, which a process that dies has made whole or
/// not at all; only who has the lease can make one.
/// </summary>
internal sealed class OperatorStore : IDisposable
{
    // How long a caller waits while another writes; a write takes milliseconds.
    private const int PatienceSeconds = 10;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly TimeProvider _time;

    private OperatorStore(SqliteConnection connection, string path, TimeProvider time)
    {
        _connection = connection;
        _path = path;
        _time = time;
    }

    /// <summary>The file.</summary>
    internal string Path => _path;

    /// <summary>Opens the file of an environment, and makes it where it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The store.</returns>
    /// <exception cref="LandfallException">It cannot be opened, or was written by a newer version.</exception>
    public static OperatorStore Open(string path, TimeProvider time) => Guard(path, () =>
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            // Lines of logs are in it: nobody else reads them.
            using var made = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }

        // Pooled connections would keep the file open after the store is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = PatienceSeconds }.ToString());
        try
        {
            connection.Open();
            StoreSchema.Prepare(connection, path);
            return new OperatorStore(connection, path, time);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Takes the lease.</summary>
    /// <param name="owner">Who wants it.</param>
    /// <returns>The lease.</returns>
    /// <exception cref="LandfallException">Another operator has it.</exception>
    public Lease Take(string owner) => Write(change =>
    {
        var now = _time.GetUtcNow();
        using var reader = change.Query("SELECT owner, token, until FROM lease");
        var token = 0L;
        if (reader.Read())
        {
            token = reader.GetInt64(1);
            if (Time(reader.GetInt64(2)) > now)
                throw new LandfallException(ErrorCodes.OperatorAtWork, $"An operator is at work on this environment already: {reader.GetString(0)}. 'landfall incidents' shows what it knows. If it has died, another can begin within {Lease.Length.TotalSeconds:0} seconds.");
        }

        reader.Dispose();
        change.Run("INSERT INTO lease (id, owner, token, until) VALUES (1, $a, $b, $c) ON CONFLICT (id) DO UPDATE SET owner = $a, token = $b, until = $c", owner, token + 1, Time(now + Lease.Length));
        return new Lease(owner, token + 1);
    });

    /// <summary>Makes the lease last longer.</summary>
    /// <param name="lease">The lease.</param>
    /// <returns>False where another operator has it now.</returns>
    public bool Renew(Lease lease) => Write(change => change.Run("UPDATE lease SET until = $a WHERE token = $b", Time(_time.GetUtcNow() + Lease.Length), lease.Token) == 1);

    /// <summary>Gives the lease back, so that the next operator need not wait.</summary>
    /// <param name="lease">The lease.</param>
    public void GiveBack(Lease lease) => Write(change => change.Run("UPDATE lease SET until = 0 WHERE token = $a", lease.Token));

    /// <summary>Reads what the last tick has left.</summary>
    /// <returns>The state; null where there was no tick.</returns>
    public OperatorState? Load() => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        return change.Scalar("SELECT state FROM checkpoint") is string text ? StoreJson.Read<OperatorState>(text, _path) : null;
    });

    /// <summary>Tells when the last tick was.</summary>
    /// <returns>The time; null where there was none.</returns>
    public DateTimeOffset? LastTick() => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        return change.Scalar("SELECT at FROM checkpoint") is long at ? Time(at) : (DateTimeOffset?)null;
    });

    /// <summary>Saves a tick whole.</summary>
    /// <param name="lease">The right to.</param>
    /// <param name="at">When the tick was.</param>
    /// <param name="step">What it came to.</param>
    /// <exception cref="LandfallException">Another operator has taken over: nothing was saved.</exception>
    public void Save(Lease lease, DateTimeOffset at, OperatorStep step) => Write(change =>
    {
        Require(change, lease);
        change.Run("INSERT INTO checkpoint (id, token, at, state) VALUES (1, $a, $b, $c) ON CONFLICT (id) DO UPDATE SET token = $a, at = $b, state = $c", lease.Token, Time(at), StoreJson.Write(step.State));
        foreach (var file in step.Cases)
            change.Run("INSERT INTO incident (id, started, live, file) VALUES ($a, $b, $c, $d) ON CONFLICT (id) DO UPDATE SET started = $b, live = $c, file = $d", file.Incident.Id, Time(file.Incident.Started), file.IsLive ? 1L : 0L, StoreJson.Write(file));
        return 0;
    });

    /// <summary>Lists incidents.</summary>
    /// <param name="since">Those that are not over, and those that began since then.</param>
    /// <returns>The incidents, the latest first.</returns>
    public IReadOnlyList<CaseFile> List(DateTimeOffset since) => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        using var reader = change.Query("SELECT file FROM incident WHERE live = 1 OR started >= $a ORDER BY id DESC", Time(since));
        var files = new List<CaseFile>();
        while (reader.Read())
            files.Add(StoreJson.Read<CaseFile>(reader.GetString(0), _path));
        reader.Dispose();
        var given = Acknowledgements().ToDictionary(one => one.Incident);
        var repairs = new RepairLedger(this).All().ToLookup(one => one.Incident);
        return (IReadOnlyList<CaseFile>)[.. files.Select(file => file.With(given.GetValueOrDefault(file.Incident.Id)) with { Repairs = [.. repairs[file.Incident.Id]] })];
    });

    /// <summary>Finds an incident.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The incident; null where there is none of that number.</returns>
    public CaseFile? Find(long id) => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        return change.Scalar("SELECT file FROM incident WHERE id = $a", id) is string text
            ? StoreJson.Read<CaseFile>(text, _path).With(Acknowledgements().FirstOrDefault(one => one.Incident == id)) with { Repairs = new RepairLedger(this).Of(id) }
            : null;
    });

    /// <summary>Reads who has taken incidents on: the last one of each.</summary>
    /// <returns>The acknowledgements, in order of the incidents' numbers.</returns>
    public IReadOnlyList<Acknowledgement> Acknowledgements() => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        using var reader = change.Query("SELECT incident, at, who, note FROM acknowledgement ORDER BY incident");
        var all = new List<Acknowledgement>();
        while (reader.Read())
            all.Add(new Acknowledgement(reader.GetInt64(0), Time(reader.GetInt64(1)), reader.GetString(2), reader.GetString(3)));
        return (IReadOnlyList<Acknowledgement>)all;
    });

    /// <summary>Keeps that somebody has taken an incident on. It needs no lease: the operator at work sees it at its next tick.</summary>
    /// <param name="given">The acknowledgement.</param>
    public void Acknowledge(Acknowledgement given) => Write(change => change.Run(
        "INSERT INTO acknowledgement (incident, at, who, note) VALUES ($a, $b, $c, $d) ON CONFLICT (incident) DO UPDATE SET at = $b, who = $c, note = $d", given.Incident, Time(given.At), given.By, given.Note));

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static LandfallException Lost(StoreCommand change) => new(
        ErrorCodes.OperatorReplaced,
        $"Another operator has taken over ({change.Scalar("SELECT owner FROM lease") ?? "unknown"}), because this one did not renew its lease within {Lease.Length.TotalSeconds:0} seconds: it was stopped, or the machine slept. Nothing was written since. Start it again where it is to run.");

    /// <summary>Refuses to go on for who has no lease any more.</summary>
    /// <param name="change">The transaction.</param>
    /// <param name="lease">The lease.</param>
    /// <exception cref="LandfallException">Another operator has taken over.</exception>
    internal static void Require(StoreCommand change, Lease lease)
    {
        if (change.Scalar("SELECT token FROM lease") is not long token || token != lease.Token)
            throw Lost(change);
    }

    /// <summary>Reads in a table of its own.</summary>
    internal T Read<T>(Func<StoreCommand, T> work) => Guard(_path, () =>
    {
        using var change = new StoreCommand(_connection, null);
        return work(change);
    });

    /// <summary>Writes in a table of its own, whole or not at all.</summary>
    internal T Write<T>(Func<StoreCommand, T> work) => Guard(_path, () =>
    {
        // Immediate: what is read in it is not changed by others before it is written.
        using var transaction = _connection.BeginTransaction(deferred: false);
        using var change = new StoreCommand(_connection, transaction);
        var result = work(change);
        transaction.Commit();
        return result;
    });

    private static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LandfallException(ErrorCodes.OperatorStore, string.Create(CultureInfo.InvariantCulture, $"'{path}', where the operator keeps what it knows, cannot be used: {e.Message.TrimEnd('.')}. Check that the disk is not full and that you may write the file; if it is damaged, move it away: the operator then begins anew, without earlier incidents."));
        }
    }

    internal static long Time(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    internal static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
