using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Secrets;

/// <summary>Gives a secret of the file its value.</summary>
internal sealed class SecretSetOperation : Operation<SecretSetParameters, SecretWritten>
{
    /// <inheritdoc />
    public override string Name => "secret set";

    /// <inheritdoc />
    public override string Summary => "Give a secret its value, from standard input or a prompt.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<SecretWritten> RunAsync(SecretSetParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var secret = plan.Secrets.FirstOrDefault(secret => secret.Name == parameters.Name)
            ?? throw new LandfallException(
                ErrorCodes.SecretUnknown,
                $"{(parameters.Name is null ? "No secret is named. Name one with --name." : $"The file has no secret '{parameters.Name}'.")} {Known(plan)}");
        if (secret.GenerateLength is not null)
            throw new LandfallException(ErrorCodes.SecretUnknown, $"The value of '{secret.Name}' is generated. Take 'generate' out of the file to give one.");
        SecretValue.Require(secret.Name, parameters.Value);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var store = new SecretStore(target.Session);
        var isThere = await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            if (await store.HasValueAsync(plan.AwsNames.Secret(secret.Name), context.Stop).ConfigureAwait(false) is not { } hasValue)
                return false;
            record.Begin(new ChangedSubject(secret.Name, hasValue ? "a value" : null, "a new value"));
            return await store.PutValueAsync(plan.AwsNames.Secret(secret.Name), parameters.Value!, context.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (!isThere)
        {
            throw new LandfallException(
                ErrorCodes.SecretUnknown,
                $"'{secret.Name}' is not deployed to '{plan.Environment}' yet. 'landfall deploy {FolderArgument.Of(parameters.Folder)} --env {plan.Environment}' makes it, and asks for its value.");
        }

        return new SecretWritten(plan.App, plan.Environment, secret.Name, [.. SecretValue.Readers(plan, plan.Services, secret.Name).Select(service => service.Title)]);
    }

    private static string Known(AppPlan plan)
    {
        var names = plan.Secrets.Where(secret => secret.GenerateLength is null).Select(secret => secret.Name).ToArray();
        return names.Length == 0 ? "Add it to 'secrets' first." : $"It has {string.Join(", ", names)}.";
    }
}
