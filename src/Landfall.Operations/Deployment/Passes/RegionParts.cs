namespace Landfall.Operations.Deployment.Passes;

/// <summary>Splits a run where a value has to be carried from one region to another before it goes on.</summary>
internal static class RegionParts
{
    /// <summary>Splits a run.</summary>
    /// <param name="run">The operations, each after those that it comes after.</param>
    /// <param name="isElsewhere">Tells of a stack's name whether it is in another region than the environment.</param>
    /// <returns>The parts, in order; within one of them nothing reads in one region what is published in another.</returns>
    public static IReadOnlyList<IReadOnlyList<StackOperation>> Of(IReadOnlyList<StackOperation> run, Func<string, bool> isElsewhere)
    {
        var parts = new List<List<StackOperation>>();
        foreach (var operation in run)
        {
            if (parts.Count == 0 || parts[^1].Exists(before => isElsewhere(before.Stack) != isElsewhere(operation.Stack) && AreBound(before, operation)))
                parts.Add([]);
            parts[^1].Add(operation);
        }

        return parts;
    }

    private static bool AreBound(StackOperation one, StackOperation other)
    {
        var (first, second) = (StackTemplate.Of(one.Template!), StackTemplate.Of(other.Template!));
        return first.Gives.Overlaps(second.Takes) || second.Gives.Overlaps(first.Takes);
    }
}
