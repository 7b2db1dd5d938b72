using System.Globalization;

namespace Landfall.Operator.Playbooks;

/// <summary>Something that is wrong with a playbook.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong, and what to write instead.</param>
internal sealed record PlaybookProblem(string File, int Line, string Text)
{
    /// <summary>As people read it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Text}");
}
