using Landfall.Operations.Alarms;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Which alarms have gone off.</summary>
internal sealed class AlarmsAnswer : IAnswerer
{
    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.Alarms];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var (given, context) = (place.Parameters, place.Context);
        return Of((await new AlarmsOperation().RunAsync(new AlarmsParameters(given.Folder, asked.Services, given.Environment, given.Local), Agreed.ToNothing, context).ConfigureAwait(false)).Alarms, asked.Services);
    }

    /// <summary>Puts alarms into words.</summary>
    /// <param name="alarms">The alarms, those that have gone off first.</param>
    /// <param name="services">The services that were asked for.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(IReadOnlyList<AlarmState> alarms, IReadOnlyList<string> services)
    {
        var command = Commands.For("alarms", services);
        if (alarms.Count == 0)
            return AnswerText.Unknown("there are no alarms to look at. Deployments make them, unless 'alarms: false' is in the file.", command);
        var (ringing, blind) = (alarms.Where(alarm => alarm.State == "ALARM").ToList(), alarms.Count(alarm => alarm.State == "INSUFFICIENT_DATA"));
        var unsure = blind == 0 ? "" : $" {Quantity.Of(blind, "has", "have")} no data to tell by.";
        return AnswerText.Of(
            ringing.Count == 0 ? $"No alarm has gone off, of {alarms.Count}.{unsure}" : $"{Quantity.Of(ringing.Count, "alarm has", "alarms have")} gone off, of {alarms.Count}.{unsure}",
            [.. ringing.Select(alarm => $"{alarm.Name}{(alarm.Service is { } service ? $" ({service})" : "")}, since {Moment.Of(alarm.Since)}{(alarm.Tells ? "" : ", and nobody is told")}: {alarm.Reason}")],
            command);
    }
}
