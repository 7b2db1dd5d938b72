using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Input that cannot be read any further. The failure does not leave the loader: it becomes one problem.</summary>
internal static class UnusableInput
{
    /// <summary>Makes the failure, whose <see cref="LandfallException.Details"/> are the place.</summary>
    public static LandfallException At(Mark mark, string code, string message) => new(code, message) { Details = mark };
}
