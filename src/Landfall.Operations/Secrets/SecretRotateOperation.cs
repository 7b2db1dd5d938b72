using Landfall.Aws.Secrets;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Secrets;

/// <summary>Has another value generated for a secret whose value is generated. Nobody sees it.</summary>
internal sealed class SecretRotateOperation : Operation<SecretRotateParameters, SecretWritten>
{
    /// <inheritdoc />
    public override string Name => "secret rotate";

    /// <inheritdoc />
    public override string Summary => "Have another value generated for a secret whose value is generated; nobody sees it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<SecretWritten> RunAsync(SecretRotateParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var generated = plan.Secrets.Where(secret => secret.GenerateLength is not null).ToList();
        var secret = generated.Find(one => one.Name == parameters.Name) ?? throw new LandfallException(
            ErrorCodes.SecretUnknown,
            plan.Secrets.Any(one => one.Name == parameters.Name)
                ? $"The value of '{parameters.Name}' is a person's to give: landfall secret set --env {plan.Environment} --name {parameters.Name}."
                : $"{(parameters.Name is null ? "No secret is named. Name one with --name." : $"The file has no secret '{parameters.Name}'.")} {(generated.Count == 0 ? "It has none whose value is generated." : $"Generated are {string.Join(", ", generated.Select(one => one.Name).Order(StringComparer.Ordinal))}.")}");
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var client = new SecretsClient(target.Session);
        var readers = SecretValue.Readers(plan, plan.Services, secret.Name).Select(service => service.Title).ToList();
        var question = new Question(
            $"Give '{secret.Name}' of {plan.App} {plan.Environment} another value? What was signed or encrypted with the old one is not read with the new.{(readers.Count == 0 ? "" : $" Tasks of {string.Join(", ", readers)} that run keep the old one until they start anew.")}",
            "Add --yes to rotate it from a script.");
        if (await client.FindAsync(plan.AwsNames.Secret(secret.Name), context.Stop).ConfigureAwait(false) is null)
            throw NotDeployed.Of(plan, secret.Name);
        await agreed.RequireAsync(question, $"'{secret.Name}' was left as it is.", context).ConfigureAwait(false);
        await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(secret.Name, "a value", "a new value"));
            var value = await client.GenerateAsync(secret.GenerateLength!.Value, context.Stop).ConfigureAwait(false);
            return await client.PutValueAsync(plan.AwsNames.Secret(secret.Name), value, context.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return new SecretWritten(plan.App, plan.Environment, secret.Name, readers);
    }
}
