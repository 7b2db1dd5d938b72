using Landfall.Aws.Secrets;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Secrets;

/// <summary>Lists the secrets of an environment, without their values, which it does not read.</summary>
internal sealed class SecretListOperation : Operation<SecretListParameters, ListedSecrets>
{
    /// <inheritdoc />
    public override string Name => "secret list";

    /// <inheritdoc />
    public override string Summary => "List the secrets of an environment: whether they have a value, since when, and who reads them. Never a value.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<ListedSecrets> RunAsync(SecretListParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var client = new SecretsClient(target.Session);
        var secrets = await Task.WhenAll(plan.Secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal).Select(async secret =>
        {
            var found = await client.FindAsync(plan.AwsNames.Secret(secret.Name), context.Stop).ConfigureAwait(false);
            return new ListedSecret(
                secret.Name,
                found is null ? SecretState.Absent : found.HasValue ? SecretState.Set : SecretState.Empty,
                secret.GenerateLength is not null,
                found?.Changed,
                [.. SecretValue.Readers(plan, plan.Services, secret.Name).Select(service => service.Title).Order(StringComparer.Ordinal)]);
        })).ConfigureAwait(false);
        return new ListedSecrets(plan.App, plan.Environment, secrets);
    }
}
