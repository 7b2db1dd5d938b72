using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A container can write to its own file system.</summary>
internal sealed class TaskWritableRoot() : TaskRule(new(
    "aws-ecs-writable-root", "A container can write to its own file system", Severity.Medium, "AWS FSBP ECS.5",
    "An attacker can replace programs and leave tools behind.",
    "Set 'ReadonlyRootFilesystem: true', and mount a volume where the program writes."), "ReadonlyRootFilesystem")
{
    /// <inheritdoc />
    protected override bool Breaks(ConfigNode? value) => value is not UnknownNode && !NodeReading.IsTrue(value);
}
