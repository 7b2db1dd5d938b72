using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Counts what a file costs while it is read, so that hostile ones are refused early.</summary>
internal sealed class TreeBudget
{
    private long _nodes;

    /// <summary>Values counted so far, those behind aliases counted at each use.</summary>
    public long Spent => _nodes;

    /// <summary>Counts values.</summary>
    public void Spend(Mark mark, long count)
    {
        _nodes += count;
        if (_nodes > InputLimits.Nodes)
        {
            throw UnusableInput.At(
                mark,
                ErrorCodes.TooComplex,
                $"The file has more than {InputLimits.Nodes} values here, aliases expanded. Use fewer aliases.");
        }
    }

    /// <summary>Checks a level of nesting.</summary>
    public static void CheckDepth(Mark mark, int depth)
    {
        if (depth > InputLimits.Depth)
        {
            throw UnusableInput.At(
                mark,
                ErrorCodes.TooComplex,
                $"Values nest deeper than {InputLimits.Depth} levels here.");
        }
    }

    /// <summary>Checks the size of a mapping.</summary>
    public static void CheckKeys(Mark mark, int count)
    {
        if (count > InputLimits.Keys)
        {
            throw UnusableInput.At(mark, ErrorCodes.TooComplex, $"This mapping has more than {InputLimits.Keys} keys.");
        }
    }
}
