namespace Landfall.Operations.Deployment.Passes;

/// <summary>A deployment as a list of stack operations.</summary>
/// <param name="Operations">The operations, in an order in which they can be done one by one.</param>
internal sealed record PassPlan(IReadOnlyList<StackOperation> Operations)
{
    /// <summary>Names of the stacks that are no longer wanted.</summary>
    public IReadOnlyList<string> Unwanted => [.. Of(Pass.Unwanted).Select(o => o.Stack)];

    /// <summary>The operations of one pass.</summary>
    /// <param name="pass">The pass.</param>
    /// <returns>Its operations, in order.</returns>
    public IReadOnlyList<StackOperation> Of(Pass pass) => [.. Operations.Where(o => o.Pass == pass)];

    /// <summary>
    /// Splits operations into runs in which each stack comes once, as a table's indexes change one by one, and after which
    /// release commands run or none does.
    /// </summary>
    /// <param name="operations">Operations of one pass.</param>
    /// <returns>The runs, in order.</returns>
    public static IReadOnlyList<IReadOnlyList<StackOperation>> Runs(IReadOnlyList<StackOperation> operations)
    {
        var runs = new List<List<StackOperation>>();
        foreach (var operation in operations)
        {
            if (runs.Count == 0 || runs[^1].Exists(o => o.Stack == operation.Stack) || (runs[^1][0].Release == ReleaseRun.None) != (operation.Release == ReleaseRun.None))
                runs.Add([]);
            runs[^1].Add(operation);
        }

        return runs;
    }

    /// <summary>
    /// What follows the services: deletions and the last passes of the stacks that kept something, in runs of one kind. A
    /// stack that still reads from an unwanted one settles before that one goes.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<StackOperation>> Removals
    {
        get
        {
            var runs = new List<List<StackOperation>>();
            foreach (var operation in Operations.Where(o => o.Pass is Pass.Unwanted or Pass.Settle))
            {
                if (runs.Count == 0 || runs[^1][0].Pass != operation.Pass)
                    runs.Add([]);
                runs[^1].Add(operation);
            }

            return runs;
        }
    }
}
