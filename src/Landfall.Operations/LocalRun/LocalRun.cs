using System.Text.Json.Nodes;
using System.Threading.Channels;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.LocalRun;

/// <summary>The containers of an environment, from the first start to the last that is taken away.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="containers">The containers, each after those that it needs.</param>
/// <param name="aws">The local AWS.</param>
/// <param name="defined">Variables by service and name, as the task definitions have them.</param>
/// <param name="given">Values that go before.</param>
/// <param name="engine">The engine.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalRun(
    Project project,
    IReadOnlyList<LocalContainer> containers,
    Uri aws,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> defined,
    IReadOnlyDictionary<string, string> given,
    ContainerEngine engine,
    TimeProvider time)
{
    /// <summary>True to replace containers whose files have changed.</summary>
    public bool Watch { get; init; }

    /// <summary>Finds how containers reach this machine, by the engine's name and what it says of their network.</summary>
    public Func<string, JsonNode, HostRoute> Route { get; init; } = HostRoute.Find;

    /// <summary>Volumes that are deleted before anything starts.</summary>
    public IReadOnlyList<string> Forget { get; init; } = [];

    /// <summary>Runs them until all have ended, or until it is stopped; then nothing of them is left but their data.</summary>
    /// <param name="steps">Gets what becomes of them, and is completed.</param>
    /// <param name="stop">Stops them.</param>
    public async Task RunAsync(ChannelWriter<LocalRunStep> steps, CancellationToken stop)
    {
        var group = LocalGroup.Of(project);
        var runtime = new ContainerRuntime(engine, group, Directory.CreateDirectory(Path.Combine(project.EnvironmentFolder, "local")).FullName);
        var relays = new List<Relay>();
        try
        {
            if (await runtime.ClearAsync().ConfigureAwait(false) is > 0 and var left)
                Say($"Took away {left} container{(left == 1 ? "" : "s")} that an earlier run had left.");
            foreach (var volume in Forget)
                await runtime.DeleteVolumeAsync(volume, stop).ConfigureAwait(false);
            await StartAsync(group, runtime, relays, steps, stop).ConfigureAwait(false);
        }
        finally
        {
            try
            {
                Say("Stopping …");
                await runtime.ClearAsync().ConfigureAwait(false);
                foreach (var relay in relays)
                    await relay.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                steps.Complete();
            }
        }

        void Say(string text) => steps.TryWrite(LocalRunStep.Of(text));
    }

    private async Task StartAsync(LocalGroup group, ContainerRuntime runtime, List<Relay> relays, ChannelWriter<LocalRunStep> steps, CancellationToken stop)
    {
        var route = Route(engine.Name, await runtime.MakeNetworkAsync(stop).ConfigureAwait(false));
        var ports = new LocalPorts(route.Listen, text => steps.TryWrite(LocalRunStep.Of(text)));
        var given = containers.Where(one => one.Wanted is not null).ToDictionary(one => one.Name, one => ports.Give(one.Name, one.Wanted!.Value), StringComparer.Ordinal);
        var awsPort = aws.Port;
        if (route.Listen is not null)
        {
            relays.AddRange(given.Values.Select(port => Relay.Start(route, port)));
            var relay = Relay.Start(route, aws.Port, listen: 0); // somebody may have its port on that address
            relays.Add(relay);
            awsPort = relay.Address.Port;
        }

        var wiring = new LocalWiring(route.Host, $"http://{route.Host}:{awsPort}", given);
        var crew = new LocalCrew(project, group, runtime, wiring, Variables(wiring), steps, time);
        await crew.RunAsync(containers, Watch, stop).ConfigureAwait(false);
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Variables(LocalWiring wiring) => project.Plan.Services.OfType<ContainerServicePlan>()
        .Where(service => defined.ContainsKey(service.Name))
        .ToDictionary(
            service => service.Title,
            IReadOnlyDictionary<string, string> (service) => LocalVariables.Of(project.Plan, service, defined[service.Name], wiring, given),
            StringComparer.Ordinal);
}
