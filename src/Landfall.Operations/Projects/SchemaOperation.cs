using Landfall.Config.Schema;

namespace Landfall.Operations.Projects;

/// <summary>The JSON Schema that editors complete and check the file with.</summary>
internal sealed class SchemaOperation : Operation<NoParameters, FileSchema>
{
    /// <inheritdoc />
    public override string Name => "schema";

    /// <inheritdoc />
    public override string Summary => "Print the JSON Schema of the file, for editors.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<FileSchema> RunAsync(NoParameters parameters, Agreed agreed, OperationContext context) =>
        Task.FromResult(new FileSchema(ConfigSchema.Write()));
}
