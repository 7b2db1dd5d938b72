using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>The input cannot be read any further. Does not leave the loader: it becomes one problem.</summary>
internal sealed class UnusableInputException(Mark mark, string code, string message) : Exception(message)
{
    public Mark Mark { get; } = mark;

    public string Code { get; } = code;
}
