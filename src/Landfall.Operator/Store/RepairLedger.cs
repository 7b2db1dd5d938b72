using Landfall.Operator.Repairs;

namespace Landfall.Operator.Store;

/// <summary>
/// Repairs, approvals and the order to repair nothing, in the operator's file. The key of a repair is written before its operation is begun,
/// and can be written once: whoever comes later finds it and does not begin it again.
/// </summary>
/// <param name="store">The file.</param>
internal sealed class RepairLedger(OperatorStore store)
{
    // As long as repairs of a service are counted.
    private static readonly TimeSpan Counted = TimeSpan.FromDays(1);

    /// <summary>Reads every repair.</summary>
    /// <returns>The repairs, in order of incident and number.</returns>
    public IReadOnlyList<Repair> All() => Read("SELECT repair FROM repair ORDER BY incident, number");

    /// <summary>Reads the repairs of an incident.</summary>
    /// <param name="incident">Its number.</param>
    /// <returns>The repairs, in order.</returns>
    public IReadOnlyList<Repair> Of(long incident) => Read("SELECT repair FROM repair WHERE incident = $a ORDER BY number", incident);

    /// <summary>Reads the repairs that are not settled, and those that were begun within a day.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The repairs, in order of incident and number.</returns>
    public IReadOnlyList<Repair> Current(DateTimeOffset now) =>
        Read("SELECT repair FROM repair WHERE open = 1 OR begun >= $a ORDER BY incident, number", OperatorStore.Time(now - Counted));

    /// <summary>Writes a repair as it stands.</summary>
    /// <param name="lease">The right to.</param>
    /// <param name="repair">The repair.</param>
    /// <exception cref="Config.LandfallException">Another operator has taken over: nothing was written.</exception>
    public void Put(Lease lease, Repair repair) => store.Write(change =>
    {
        OperatorStore.Require(change, lease);
        return Put(change, repair);
    });

    /// <summary>Writes that the operation of a repair is about to be begun.</summary>
    /// <param name="lease">The right to.</param>
    /// <param name="repair">The repair, running.</param>
    /// <param name="key">What stands for the operation.</param>
    /// <returns>False where it was begun before: it must not be begun again.</returns>
    /// <exception cref="Config.LandfallException">Another operator has taken over: nothing was written.</exception>
    public bool TryBegin(Lease lease, Repair repair, string key) => store.Write(change =>
    {
        OperatorStore.Require(change, lease);
        if (change.Run("INSERT INTO repair_key (key, token, at) VALUES ($a, $b, $c) ON CONFLICT (key) DO NOTHING", key, lease.Token, OperatorStore.Time(repair.Started!.Value)) == 0)
            return false;
        Put(change, repair);
        return true;
    });

    /// <summary>Keeps a person's yes. It needs no lease: the operator at work sees it at its next tick.</summary>
    /// <param name="approval">The approval.</param>
    public void Approve(Approval approval) => store.Write(change => change.Run(
        "INSERT INTO approval (incident, number, approval) VALUES ($a, $b, $c) ON CONFLICT (incident, number) DO UPDATE SET approval = $c", approval.Incident, (long)approval.Number, StoreJson.Write(approval)));

    /// <summary>Finds the last yes to a repair.</summary>
    /// <param name="repair">The repair.</param>
    /// <returns>The approval; null where there is none.</returns>
    public Approval? FindApproval(Repair repair) => store.Read(change =>
        change.Scalar("SELECT approval FROM approval WHERE incident = $a AND number = $b", repair.Incident, (long)repair.Number) is string text ? StoreJson.Read<Approval>(text, store.Path) : null);

    /// <summary>Gives or ends the order that nothing be repaired. It needs no lease.</summary>
    /// <param name="freeze">The order; null to end it.</param>
    public void Set(Freeze? freeze) => store.Write(change => freeze is null
        ? change.Run("DELETE FROM freeze")
        : change.Run("INSERT INTO freeze (id, freeze) VALUES (1, $a) ON CONFLICT (id) DO UPDATE SET freeze = $a", StoreJson.Write(freeze)));

    /// <summary>Finds the order that nothing be repaired.</summary>
    /// <returns>The order, which may not hold any more; null where there is none.</returns>
    public Freeze? FindFreeze() => store.Read(change => change.Scalar("SELECT freeze FROM freeze") is string text ? StoreJson.Read<Freeze>(text, store.Path) : null);

    private static int Put(StoreCommand change, Repair repair) => change.Run(
        "INSERT INTO repair (incident, number, begun, open, repair) VALUES ($a, $b, $c, $d, $e) ON CONFLICT (incident, number) DO UPDATE SET begun = $c, open = $d, repair = $e",
        repair.Incident,
        (long)repair.Number,
        repair.Started is { } started ? OperatorStore.Time(started) : 0L,
        repair.IsOpen || repair.IsAtWork ? 1L : 0L,
        StoreJson.Write(repair));

    private IReadOnlyList<Repair> Read(string query, params object[] values) => store.Read(change =>
    {
        using var reader = change.Query(query, values);
        var all = new List<Repair>();
        while (reader.Read())
            all.Add(StoreJson.Read<Repair>(reader.GetString(0), store.Path));
        return (IReadOnlyList<Repair>)all;
    });
}
