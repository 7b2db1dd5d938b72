using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.LoadTests;

/// <summary>
/// Runs ApacheBench in rounds against a service, through its load balancer and under its private name. At zero tasks,
/// the default, it is off.
/// </summary>
public class LoadTestStack : ServiceStack
{
    // Fixed text: what the file says comes in as variables, which the shell expands but does not interpret.
    private const string Script =
        """while :; do for url in $TARGETS; do ab -q -n "$REQUESTS" -c "$CONCURRENCY" "$url"; done; sleep "$PAUSE"; done""";

    /// <summary>Creates the stack of a load test.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The load test.</param>
    public LoadTestStack(LandfallApp app, LoadTestServicePlan service)
        : base(
            app,
            service,
            new ScalePlan
            {
                Min = service.Tasks,
                Max = service.Tasks,
                Cpu = null,
                Memory = null,
                Requests = null,
                Backlog = null,
                Steps = [],
                Schedules = [],
            },
            new DeployPlan(DeployStrategy.Rolling, TimeSpan.Zero, 100, TimeSpan.Zero, null, [], Judge: false),
            new AlarmPlan
            {
                ErrorRatePercent = null,
                LatencyP99 = null,
                RequestCount = null,
                UnhealthyTasks = false,
                Crashes = 0,
                SaturationPercent = 0,
                QueueAge = TimeSpan.Zero,
                Anomalies = [],
                Slo = null,
            },
            route: null)
    {
    }

    /// <inheritdoc/>
    protected override void Configure(TaskSettings settings)
    {
        var test = (LoadTestServicePlan)ServicePlan;
        settings.Command = ["sh", "-c", Script];
        settings.Environment["TARGETS"] = string.Join(' ', Targets(test));
        settings.Environment["REQUESTS"] = test.Requests.ToString(CultureInfo.InvariantCulture);
        settings.Environment["CONCURRENCY"] = test.Concurrency.ToString(CultureInfo.InvariantCulture);
        settings.Environment["PAUSE"] = ((int)test.Pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    private IEnumerable<string> Targets(LoadTestServicePlan test)
    {
        var target = Plan.Services.First(service => service.Name == test.Target);
        var inside = ServicePorts.HasDnsName(target) ? ServiceAddress.Dns(this, target) : ServiceAddress.Connect(target);
        return new[] { ServiceAddress.Balanced(this, target), inside }.OfType<string>().Select(url => url + test.RequestPath);
    }
}
