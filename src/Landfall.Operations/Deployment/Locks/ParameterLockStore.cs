using Landfall.Aws;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>Keeps an environment's lock in a parameter of its account and region.</summary>
internal sealed class ParameterLockStore : ILockStore, IDisposable
{
    private readonly string _name;
    private readonly ParameterStore _parameters;

    /// <summary>Opens the store of an environment.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="plan">The environment.</param>
    public ParameterLockStore(AwsSession session, AppPlan plan)
    {
        _name = NameOf(plan);
        _parameters = new ParameterStore(session);
    }

    /// <summary>
    /// The lock's name. It is outside the environment's own parameters, which a service may read and a deployment publishes.
    /// </summary>
    /// <param name="plan">The environment.</param>
    /// <returns>For example <c>/landfall/locks/shop/dev</c>.</returns>
    public static string NameOf(AppPlan plan) => plan.AwsNames.Lock;

    /// <inheritdoc />
    public async Task<(string Text, long Version)?> ReadAsync(CancellationToken stop) =>
        await _parameters.FindVersionAsync(_name, stop).ConfigureAwait(false) is { } found ? (found.Value, found.Version) : null;

    /// <inheritdoc />
    public Task<bool> TryCreateAsync(string text, CancellationToken stop) => _parameters.TryCreateAsync(_name, text, stop);

    /// <inheritdoc />
    public Task<long> ReplaceAsync(string text, CancellationToken stop) => _parameters.ReplaceAsync(_name, text, stop);

    /// <inheritdoc />
    public Task DeleteAsync(CancellationToken stop) => _parameters.DeleteAsync(_name, stop);

    /// <inheritdoc />
    public void Dispose() => _parameters.Dispose();
}
