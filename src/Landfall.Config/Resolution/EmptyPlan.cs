using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>A plan with nothing in it: what has the names of an environment, and no environment's contents.</summary>
internal static class EmptyPlan
{
    /// <summary>Makes one.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="environment">The environment's name, or what stands in the place of one.</param>
    /// <param name="region">The region.</param>
    /// <returns>The plan, in whatever account the credentials are of.</returns>
    public static AppPlan Of(string app, string environment, string region) => new()
    {
        App = app,
        Environment = environment,
        Account = null,
        Profile = null,
        Region = region,
        Protect = false,
        Tags = Ordering.Sorted(new Dictionary<string, string>()),
        Notify = [],
        Chats = [],
        Budget = null,
        Runbooks = null,
        Dashboards = DashboardMode.None,
        Telemetry = null,
        Domain = null,
        NightSchedule = null,
        Operate = OperateResolver.Resolve(new OperateModel()),
        Network = new NetworkPlan { Cidr = "", Zones = [], Nat = NatMode.None, FlowLogs = false, LogDays = (int)new NetworkModel().LogRetention.TotalDays, Import = null },
        Databases = [],
        Tables = [],
        Buckets = [],
        Queues = [],
        Secrets = [],
        FileSystems = [],
        Auth = null,
        Firewall = null,
        Services = [],
        Overrides = [],
        Extend = null,
        Pipeline = null,
    };
}
