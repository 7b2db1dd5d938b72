using Landfall.Operations.Explaining;
using Landfall.Operator.Incidents;
using Landfall.Operator.Operating;

namespace Landfall.Operator.Tests.Operating;

/// <summary>Finds the same at every service.</summary>
internal sealed class FakeInvestigator : IInvestigator
{
    public List<string> Asked { get; } = [];

    public Task<IReadOnlyList<Investigation>> LookAsync(IReadOnlyList<string> services, DateTimeOffset now, CancellationToken stop)
    {
        Asked.AddRange(services);
        return Task.FromResult<IReadOnlyList<Investigation>>([.. services.Select(service => new Investigation(
            service, now, 0, [new Finding("container-exited", $"The program in container '{service}' ended with exit code 3.", [$"container '{service}' ended with exit code 3", $"{service} | cannot reach the database"], $"'landfall logs {service} --previous' has all lines.")], []))]);
    }
}
