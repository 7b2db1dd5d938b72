using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that the containers of a task listen on different ports: they share one network interface.</summary>
internal sealed class PortValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            var ports = new Dictionary<int, string>();
            if (service.Type is ServiceType.Web or ServiceType.Internal && service.Knows("port"))
            {
                ports[service.Port] = name;
            }

            foreach (var (sidecar, container) in service.Sidecars)
            {
                if (container.Port is { } port && !ports.TryAdd(port, sidecar))
                {
                    problems.Add(
                        container.MarkOf("port"),
                        ErrorCodes.PortCollision,
                        $"'{sidecar}' listens on port {port}, as '{ports[port]}' does already, and containers of a task share their ports. Give it another one.");
                }
            }
        }
    }
}
