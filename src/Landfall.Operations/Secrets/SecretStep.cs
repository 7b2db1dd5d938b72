using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Secrets;

/// <summary>
/// The part of a deployment that sees to it that no service is started whose secret has no value: its tasks would stop before
/// they begin, and ECS and CloudFormation wait for them.
/// </summary>
/// <param name="store">The secrets.</param>
/// <param name="watcher">Who can be asked for a value.</param>
internal sealed class SecretStep(ISecretStore store, IWatcher watcher)
{
    /// <summary>Asks for the values that are missing.</summary>
    /// <param name="plan">The environment, whose secrets are there.</param>
    /// <param name="services">The services that are about to be started, by name.</param>
    /// <param name="folder">The project's folder, for the message.</param>
    /// <param name="local">True for the local AWS, which runs no tasks: there it is only said.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="LandfallException">A value is missing, and nobody can be asked.</exception>
    public async Task EnsureAsync(AppPlan plan, IReadOnlyCollection<string> services, string folder, bool local, CancellationToken stop)
    {
        var missing = new List<(string Secret, string[] Readers)>();
        var started = plan.Services.Where(service => services.Contains(service.Name)).ToArray();
        foreach (var secret in plan.Secrets.Where(secret => secret.GenerateLength is null))
        {
            var readers = SecretValue.Readers(plan, started, secret.Name).Select(service => service.Title).ToArray();
            if (readers.Length > 0 && await store.HasValueAsync(plan.AwsNames.Secret(secret.Name), stop).ConfigureAwait(false) != true)
                missing.Add((secret.Name, readers));
        }

        if (missing.Count == 0)
            return;
        if (local)
            watcher.Say($"Without a value, which nothing asks for on the local AWS: {string.Join(", ", missing.Select(m => m.Secret))}.");
        else if (!watcher.CanAsk)
            throw Missing(plan, folder, missing);
        else
            await AskAsync(plan, missing, stop).ConfigureAwait(false);
    }

    private async Task AskAsync(AppPlan plan, List<(string Secret, string[] Readers)> missing, CancellationToken stop)
    {
        foreach (var (secret, readers) in missing)
        {
            var value = await watcher.AskSecretAsync($"'{secret}' has no value yet, and {string.Join(" and ", readers)} cannot start without. Its value:", stop).ConfigureAwait(false);
            SecretValue.Require(secret, value);
            await store.PutValueAsync(plan.AwsNames.Secret(secret), value, stop).ConfigureAwait(false);
        }
    }

    private static LandfallException Missing(AppPlan plan, string folder, List<(string Secret, string[] Readers)> missing)
    {
        var lines = missing.Select(m => $"  {m.Secret}, for {string.Join(", ", m.Readers)}: landfall secret set {FolderArgument.Of(folder)} --env {plan.Environment} --name {m.Secret}");
        return new LandfallException(
            ErrorCodes.SecretMissing,
            $"{(missing.Count == 1 ? "A secret has" : $"{missing.Count} secrets have")} no value, so that the tasks that need it cannot start. Give it on standard input, then deploy again:\n{string.Join('\n', lines)}");
    }
}
