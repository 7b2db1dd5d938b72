using Landfall.Config.Loading;
using Landfall.Config.Plan;

namespace Landfall.Operations.Asking;

/// <summary>Answers questions that no operation is asked for: what is not understood, and what is to be done rather than told.</summary>
internal static class Refusal
{
    private static readonly string[] Examples =
    [
        "which errors are the commonest in the last 24 hours?",
        "which hour had the most errors since yesterday?",
        "how many users met an error today?",
        "are there more errors since the last release?",
        "why is the memory of a service rising?",
        "what costs most? what has begun to cost more?",
        "which alarms have gone off?",
        "why do requests end with 504? are subnets out of addresses?",
        "is a service healthy, and why not?",
        "what was changed this week, and by whom?",
    ];

    /// <summary>Says why a question has no answer.</summary>
    /// <param name="asked">The question as it was understood.</param>
    /// <param name="plan">The environment.</param>
    /// <returns>The answer; null where somebody can give one.</returns>
    public static AnswerText? Of(AskedQuestion asked, AppPlan plan) => asked switch
    {
        { Topic: Topic.ChangeRequest, Command: { } command } => AnswerText.Of("That changes something, and 'ask' changes nothing. This command does; it shows what it would do and asks first.", [], command),
        { Topic: Topic.ChangeRequest } => AnswerText.Of("That changes something, and 'ask' changes nothing. What the environment has is in landfall.yaml: take it out there, and look at what that means.", [], "landfall diff"),
        { Missing: { } missing } => AnswerText.Unknown($"there is no service '{Legible.Line(missing)}'. There is {string.Join(", ", plan.Services.Select(service => service.Title))}."),
        { Or.Count: > 0 } => new AnswerText(false, "That may be about several things. Ask for one of them:", [.. asked.Or.Select(topic => $"{Words(topic)}?")]),
        { Topic: Topic.Complaints } => AnswerText.Unknown("nothing here reads tickets or reviews. What users met as errors is in the logs.", "landfall logs --summary"),
        { Topic: Topic.Unknown } => new AnswerText(false, "I don't understand the question. These can be answered, for all services or for one that is named, in English and Chinese:", Examples),
        _ => null,
    };

    private static string Words(Topic topic) => topic switch
    {
        Topic.CommonestErrors => "which errors are the commonest",
        Topic.AffectedUsers => "how many users met an error",
        Topic.WorstHour => "which hour had the most errors",
        Topic.Memory => "how does the memory of services go",
        Topic.CostChange => "what has begun to cost more",
        Topic.CostliestService => "what costs most",
        Topic.ReleaseErrors => "are there more errors since the last release",
        Topic.Alarms => "which alarms have gone off",
        Topic.GatewayTimeouts => "why do requests end with 504",
        Topic.Health => "is every service healthy",
        _ => "what was changed",
    };
}
