using System.Globalization;
using Landfall.Aws.Databases;
using Landfall.Config.Plan;
using Landfall.Operations.Changes.Rules;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether the versions of databases are still supported: afterwards RDS charges for extended support, by the vCPU and hour.</summary>
internal sealed class EngineVersions : IDoctorCheck
{
    // Time for a major upgrade, with a rehearsal.
    private static readonly TimeSpan Soon = TimeSpan.FromDays(180);

    /// <inheritdoc />
    public string Id => "engine-versions";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        var client = new DatabaseClient(target.Session);
        return await Task.WhenAll(plan.Databases.Select(async database =>
        {
            var engine = database.Engine.AwsName();
            var major = EngineVersion.Parse(engine, database.Version)?.Major ?? database.Version;
            return Judge(database, $"{engine} {major}", await client.FindSupportEndAsync(engine, major, stop).ConfigureAwait(false), now);
        })).ConfigureAwait(false);
    }

    private Symptom Judge(DatabasePlan database, string engine, DateTimeOffset? end, DateTimeOffset now)
    {
        if (end is not { } last)
            return new Symptom(Id, SymptomState.Unseen, $"RDS does not tell how long {engine} of '{database.Title}' is supported.", null);
        var day = last.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        const string Fix = "Plan the step to a newer 'version': 'landfall diff' shows what it does; rehearse it on another environment.";
        return last <= now
            ? new Symptom(Id, SymptomState.Broken, $"Standard support of {engine} of '{database.Title}' ended on {day}: RDS charges for extended support, or upgrades by itself.", Fix)
            : last - now < Soon
                ? new Symptom(Id, SymptomState.Soon, $"Standard support of {engine} of '{database.Title}' ends on {day}.", Fix)
                : new Symptom(Id, SymptomState.Well, $"{engine} of '{database.Title}' is supported until {day}.", null);
    }
}
