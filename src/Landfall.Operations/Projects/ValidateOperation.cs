using Landfall.Config;

namespace Landfall.Operations.Projects;

/// <summary>Every problem of a file in one run.</summary>
internal sealed class ValidateOperation : Operation<ValidateParameters, CheckedFile>
{
    /// <inheritdoc />
    public override string Name => "validate";

    /// <inheritdoc />
    public override string Summary => "Check the file; list every problem as file:line:column code message.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<CheckedFile> RunAsync(ValidateParameters parameters, Agreed agreed, OperationContext context)
    {
        var loaded = ConfigLoader.Load(parameters.Folder, Environment.GetEnvironmentVariable);
        PinnedVersion.Require(loaded.Root);
        var valid = loaded.Problems.All(p => p.Severity != ProblemSeverity.Error);
        return Task.FromResult(new CheckedFile(loaded.File, valid, loaded.Problems, loaded.EnvironmentNames)
        {
            Choices = loaded.Config is { } config ? [.. loaded.EnvironmentNames.Select(environment => NetworkChoice.Explain(config, environment)).OfType<string>()] : [],
        });
    }
}
