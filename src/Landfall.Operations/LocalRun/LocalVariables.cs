using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalRun;

/// <summary>The variables of a service on this machine: those of its task definition, pointed at what is here.</summary>
internal static class LocalVariables
{
    /// <summary>Makes them.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service.</param>
    /// <param name="defined">Variables and values of its task definition, those of its secrets too.</param>
    /// <param name="wiring">Where things are.</param>
    /// <param name="given">Values that go before all others, by name.</param>
    /// <returns>Names and values.</returns>
    public static SortedDictionary<string, string> Of(
        AppPlan plan, ContainerServicePlan service, IReadOnlyDictionary<string, string> defined, LocalWiring wiring, IReadOnlyDictionary<string, string> given)
    {
        var variables = new SortedDictionary<string, string>(defined.ToDictionary(), StringComparer.Ordinal);
        foreach (var use in service.Uses)
            Point(variables, plan, use, wiring);
        RemoveAgent(variables, plan, service);
        foreach (var (name, value) in given.Where(one => variables.ContainsKey(one.Key)))
            variables[name] = value;
        foreach (var (name, value) in Platform(plan, service, wiring))
            variables.TryAdd(name, value);
        return variables;
    }

    /// <summary>What a task has from ECS itself (region, credentials) and what makes the SDKs ask the local AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service.</param>
    /// <param name="wiring">Where things are.</param>
    /// <returns>Names and values.</returns>
    internal static IReadOnlyDictionary<string, string> Platform(AppPlan plan, ContainerServicePlan service, LocalWiring wiring)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_REGION"] = plan.Region,
            ["AWS_DEFAULT_REGION"] = plan.Region,
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_ENDPOINT_URL"] = wiring.Aws,
        };
        if (service.Task.Telemetry is not null)
            variables["OTEL_SDK_DISABLED"] = "true"; // no collector runs here (OpenTelemetry, "Environment Variable Specification")
        return variables;
    }

    private static void Point(SortedDictionary<string, string> variables, AppPlan plan, UsePlan use, LocalWiring wiring)
    {
        switch (use.Kind, InjectedVariables.Of(use))
        {
            case (UseKind.Database, [var host, var port, var name, var user, var password, _]):
                var database = plan.Databases.First(one => one.Name == use.Target);
                Set(host, wiring.Host);
                Set(port, Text(wiring.Ports[database.Title]));
                Set(name, database.DatabaseName);
                Set(user, LocalDatabase.User);
                Set(password, LocalDatabase.Password);
                break;
            case (UseKind.Queue or UseKind.QueueConsumer, [var url]) when variables.TryGetValue(url, out var value) && Uri.TryCreate(value, UriKind.Absolute, out var queue):
                // Some SDKs ask the host of a queue's URL, whatever the endpoint.
                Set(url, wiring.Aws.TrimEnd('/') + queue.AbsolutePath);
                break;
            case (UseKind.Service, [var url]) when plan.Services.First(one => one.Name == use.Target) is var called && wiring.Ports.TryGetValue(called.Title, out var calledPort):
                Set(url, $"{(called is WebServicePlan { Protocol: PortProtocol.Tcp } or InternalServicePlan { Protocol: PortProtocol.Tcp } ? "tcp" : "http")}://{wiring.Host}:{Text(calledPort)}");
                break;
            default:
                break; // tables, buckets, secrets, user pools: as the local AWS has them
        }

        void Set(string variable, string value) => variables[variable] = value;
    }

    /// <summary>
    /// An agent that telemetry puts into the program comes from a container beside it, which does not run here: a runtime that was
    /// told to load it would not start. What the file sets for itself stays.
    /// </summary>
    private static void RemoveAgent(SortedDictionary<string, string> variables, AppPlan plan, ContainerServicePlan service)
    {
        if (service.Task.Telemetry?.Instrument is null)
            return;
        var known = service.Uses.SelectMany(InjectedVariables.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var name in variables.Keys.ToList().Where(name => !known.Contains(name) && !name.StartsWith("LANDFALL_", StringComparison.Ordinal) && !name.StartsWith("OTEL_", StringComparison.Ordinal)))
        {
            if (service.Task.Env.TryGetValue(name, out var own))
                variables[name] = own;
            else
                variables.Remove(name);
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
