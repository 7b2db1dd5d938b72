namespace Landfall.Operator.Playbooks;

/// <summary>An operation with what it is given. It is never a line for a shell.</summary>
/// <param name="Operation">The operation's name: <c>rollout rollback</c>.</param>
/// <param name="Values">Its parameters by their name in JSON; <c>{name}</c> stands for a parameter of the playbook.</param>
/// <param name="Line">The line in the playbook, from 1.</param>
internal sealed record PlaybookAction(string Operation, IReadOnlyDictionary<string, string> Values, int Line)
{
    /// <summary>Fills in parameters of the playbook.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="service">The service that is affected.</param>
    /// <returns>The values, without braces.</returns>
    public IReadOnlyDictionary<string, string> For(Playbook playbook, string service)
    {
        var given = playbook.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default ?? "", StringComparer.Ordinal);
        given[Playbook.Service] = service;
        return Values.ToDictionary(value => value.Key, value => Placeholder(value.Value) is { } name ? given[name] : value.Value, StringComparer.Ordinal);
    }

    /// <summary>The parameter that a value stands for; null where it is a value itself. It is the whole value, so that no text is put together.</summary>
    /// <param name="value">The value.</param>
    public static string? Placeholder(string value) => value is ['{', .. var name, '}'] ? name : null;
}
