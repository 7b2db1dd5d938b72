using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>
/// Makes the settings of a pull request's environment from those of the one that it copies: small, without anything that would
/// outlive it, tell people at night or lay hands on what is the original's.
/// </summary>
internal static class PreviewSettings
{
    private static readonly NightScheduleModel Nights = new() { Stop = new TimeOnly(20, 0), Start = new TimeOnly(7, 0) };

    private static readonly TimeSpan Logs = TimeSpan.FromDays(7);

    /// <summary>Makes them.</summary>
    /// <param name="original">The settings of the environment that is copied.</param>
    /// <param name="preview">What the file says of previews.</param>
    /// <returns>The settings.</returns>
    public static SettingsModel Of(SettingsModel original, PreviewModel preview) => original with
    {
        Protect = false,
        Notify = [],
        Runbooks = null,
        Budget = null,
        Dashboards = DashboardMode.None,
        // Its back end is everybody's, and a token for it would have to be given to each of them.
        Telemetry = null,
        Schedule = preview.Schedule ?? original.Schedule ?? Nights,
        // The name, its certificate and its records are the original's.
        Domain = null,
        Network = original.Network with { Zones = 2, Nat = original.Network.Nat is { } nat and not NatMode.PerZone ? nat : null, FlowLogs = false, LogRetention = Least(original.Network.LogRetention, Logs) },
        Databases = original.Databases.ToDictionary(pair => pair.Key, pair => Small(pair.Value)),
        // A table or bucket that was taken over is the original's, by that name too.
        Tables = original.Tables.ToDictionary(pair => pair.Key, pair => pair.Value with { PointInTimeRecovery = false, Capacity = null, DeletionProtection = false, AwsName = null }),
        Secrets = original.Secrets.Where(pair => original.Services.Values.Any(service => service.Uses.Any(use => use.Name == pair.Key))).ToDictionary(),
        Buckets = original.Buckets.ToDictionary(pair => pair.Key, pair => pair.Value with { Versioned = false, AwsName = null }),
        Services = original.Services.ToDictionary(pair => pair.Key, pair => Small(pair.Value)),
        // They name resources, and may give them names, that only the original has.
        Overrides = new Dictionary<string, IReadOnlyDictionary<string, Tree.ConfigNode>>(),
    };

    private static DatabaseModel Small(DatabaseModel database) => database with
    {
        Capacity = new DatabaseCapacityModel { Min = 0, Max = 1 },
        Instances = null,
        Instance = null,
        Storage = new DatabaseModel().Storage,
        MaxStorage = null,
        MultiAz = false,
        Backup = TimeSpan.FromDays(1),
        DeletionProtection = false,
        Rotation = new RotationModel { Enabled = false },
    };

    private static ServiceModel Small(ServiceModel service) => service with
    {
        Host = [],
        Scale = service is { Type: ServiceType.Worker, Scale: { Min: 0 } scale } && (scale.Backlog is not null || scale.Steps.Count > 0) ? scale with { Max = 1, Schedules = Nothing } : new ScaleModel { Min = 1, Max = 1 },
        Deploy = new DeployModel(),
        Alarms = service.Alarms with { Anomaly = [] },
        Slo = null,
        Telemetry = null,
        LogRetention = service.LogRetention is { } kept ? Least(kept, Logs) : null,
        // What runs by the clock would do at once for every pull request what the original does once.
        Enabled = service.Type is ServiceType.Job or ServiceType.LoadTest ? false : service.Enabled,
    };

    private static IReadOnlyDictionary<string, ScaleScheduleModel> Nothing { get; } = new Dictionary<string, ScaleScheduleModel>();

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
