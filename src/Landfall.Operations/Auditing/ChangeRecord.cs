namespace Landfall.Operations.Auditing;

/// <summary>What an operation notes of a change while it makes it. One that has not begun leaves no entry in the trail.</summary>
internal sealed class ChangeRecord
{
    private readonly Dictionary<string, ChangedSubject> _subjects = new(StringComparer.Ordinal);

    /// <summary>What the change is about, in order of name.</summary>
    public IReadOnlyList<ChangedSubject> Subjects => [.. _subjects.Values.OrderBy(subject => subject.Name, StringComparer.Ordinal)];

    /// <summary>Whether the change has begun.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether all is as before, although it failed.</summary>
    public bool IsRolledBack { get; private set; }

    /// <summary>From here on something is changed.</summary>
    /// <param name="subjects">What is about to change, as it is.</param>
    public void Begin(params IEnumerable<ChangedSubject> subjects)
    {
        HasBegun = true;
        foreach (var subject in subjects)
            _subjects[subject.Name] = subject;
    }

    /// <summary>Notes what one of the subjects has become.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="after">What it is; null where it is gone.</param>
    public void Became(string name, string? after) => _subjects[name] = new ChangedSubject(name, _subjects.GetValueOrDefault(name)?.Before, after);

    /// <summary>Takes a subject back to which nothing was done after all.</summary>
    /// <param name="name">Its name.</param>
    public void Spare(string name) => _subjects.Remove(name);

    /// <summary>Notes that all is as before.</summary>
    public void RollBack()
    {
        IsRolledBack = true;
        foreach (var subject in Subjects)
            _subjects[subject.Name] = subject with { After = subject.Before };
    }
}
