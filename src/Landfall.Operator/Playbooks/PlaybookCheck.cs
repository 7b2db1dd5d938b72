using System.Reflection;
using System.Text.Json;
using Landfall.Operations;

namespace Landfall.Operator.Playbooks;

/// <summary>Checks what a playbook does against the operations that there are, before anything is broken.</summary>
internal static class PlaybookCheck
{
    // Where and how an operation works is the operator's to say, never a playbook's.
    private static readonly string[] Operators = ["folder", "environment", "local", "app", "dryRun"];
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Checks a playbook.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <returns>What is wrong, by line.</returns>
    public static IReadOnlyList<PlaybookProblem> Of(Playbook playbook) =>
    [
        .. playbook.Steps.Select(step => step.Action).Append(playbook.Undo).OfType<PlaybookAction>()
            .SelectMany(action => Of(action).Select(text => new PlaybookProblem(playbook.File, action.Line, text))),
    ];

    private static IEnumerable<string> Of(PlaybookAction action)
    {
        if (OperationRegistry.Own.Find(action.Operation) is not { } operation)
            return [$"There is no operation '{action.Operation}'. Write the name of a command that changes a service, without 'landfall': rollback, restart, scale."];
        if (operation.Effect == OperationEffect.Destroys)
            return [$"'{action.Operation}' may delete what cannot be brought back, which is never a repair. Leave it to a person."];
        if (operation.Effect == OperationEffect.Reads)
            return [$"'{action.Operation}' changes nothing, so that it repairs nothing. Describe what to look at in the step's text."];
        if (!Previews(operation))
            return [$"What '{action.Operation}' does cannot be known before it is done, which is never a repair. Leave it to a person."];
        var takes = operation.Parameters.GetProperties().Where(one => one.Name != "EqualityContract").ToDictionary(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name), StringComparer.Ordinal);
        return
        [
            .. action.Values.Keys.Where(name => !takes.ContainsKey(name) || Operators.Contains(name)).Select(name =>
                $"'{action.Operation}' takes no '{name}' from a playbook. It takes: {string.Join(", ", takes.Keys.Except(Operators).Order(StringComparer.Ordinal))}."),
            .. takes.Where(one => !Operators.Contains(one.Key) && IsRequired(one.Value) && !action.Values.ContainsKey(one.Key)).Select(one =>
                $"'{action.Operation}' needs '{one.Key}'. Add a line '{one.Key}: …' below it."),
            .. action.Values.Where(one => takes.TryGetValue(one.Key, out var property) && PlaybookAction.Placeholder(one.Value) is null && OperationCall.Value(property, one.Value) is null).Select(one =>
                $"'{one.Key}' of '{action.Operation}' cannot be '{one.Value}'. It is a {(Nullable.GetUnderlyingType(takes[one.Key].PropertyType) ?? takes[one.Key].PropertyType).Name.ToLowerInvariant()}."),
        ];
    }

    private static bool Previews(IOperation operation) =>
        operation.GetType().GetMethod("PreviewAsync")!.DeclaringType == operation.GetType();

    private static bool IsRequired(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
            return false; // a number that has to be given is nullable, and refused by the operation; a switch is off
        lock (Nullability) // it keeps what it has found, and is not for several threads
            return Nullability.Create(property).ReadState != NullabilityState.Nullable;
    }
}
