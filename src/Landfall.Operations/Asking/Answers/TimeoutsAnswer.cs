using Landfall.Operations.Deployment;
using Landfall.Operations.Doctor;
using Landfall.Operations.Doctor.Checks;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Whether subnets that have run out of addresses are why requests end with 504.</summary>
internal sealed class TimeoutsAnswer : IAnswerer
{
    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.GatewayTimeouts];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var (plan, context) = (place.Plan, place.Context);
        using var target = await Targets.OpenAsync(plan, place.Parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return Of(await new FreeAddresses().LookAsync(plan, target, place.Now, context.Stop).ConfigureAwait(false), asked);
    }

    /// <summary>Puts what was found of addresses into words.</summary>
    /// <param name="symptoms">What was found.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(IReadOnlyList<Symptom> symptoms, AskedQuestion asked)
    {
        string[] evidence =
        [
            "landfall doctor",
            Commands.For("logs", asked.Services, "--filter", "/time(d )?-?out/"),
            .. asked.Services.Select(service => Commands.For("explain", [service])),
        ];
        if (symptoms.Count == 0)
            return AnswerText.Unknown("there is no subnet of this environment to look at.", evidence);
        var few = symptoms.Where(symptom => symptom.State != SymptomState.Well).ToList();
        return few.Count == 0
            ? AnswerText.Unknown($"{char.ToLowerInvariant(symptoms[0].What[0])}{symptoms[0].What[1..]} So it is not for want of addresses. A load balancer answers 504 when a task does not answer in time: look at what is slow.", evidence)
            : AnswerText.Of(
                "Subnets are short of addresses: new tasks get none, and neither does a load balancer that grows, so that those which run have to answer for all. That gives timeouts which come and go.",
                [.. few.Select(symptom => symptom.What), .. few.Select(symptom => symptom.Fix).OfType<string>().Distinct(StringComparer.Ordinal)],
                evidence);
    }
}
