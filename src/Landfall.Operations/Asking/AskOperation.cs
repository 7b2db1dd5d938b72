using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Operations.Asking.Answers;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Asking;

/// <summary>
/// Answers questions by what other operations give. A question is understood by its words, without a model; what is written in logs is
/// shown and never obeyed, and nothing is changed.
/// </summary>
internal sealed class AskOperation : Operation<AskParameters, Answer>
{
    private static readonly Dictionary<Topic, IAnswerer> Answerers = new IAnswerer[]
    {
        new AlarmsAnswer(), new ErrorsAnswer(), new ReleaseAnswer(), new UsersAnswer(), new MemoryAnswer(), new CostAnswer(), new HealthAnswer(), new ChangesAnswer(), new TimeoutsAnswer(),
    }.SelectMany(answerer => answerer.Topics.Select(topic => (topic, answerer))).ToDictionary(pair => pair.topic, pair => pair.answerer);

    /// <inheritdoc />
    public override string Name => "ask";

    /// <inheritdoc />
    public override string Summary => "Answer a question about an environment: its errors, alarms, memory, cost, releases, health.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<Answer> RunAsync(AskParameters parameters, Agreed agreed, OperationContext context)
    {
        if (string.IsNullOrWhiteSpace(parameters.Question) || parameters.Question.Length > QuestionReader.MostLetters)
            throw new LandfallException(ErrorCodes.Question, $"A question has between 1 and {QuestionReader.MostLetters} letters. Write, for example: landfall ask \"which errors are the commonest since yesterday?\"");
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var asked = QuestionReader.Read(parameters.Question, [.. plan.Services.Select(service => service.Title)]);
        var place = new AskedPlace(plan, parameters, context);
        var text = Refusal.Of(asked, plan) ?? await Answerers[asked.Topic].AnswerAsync(asked, place).ConfigureAwait(false);
        return new Answer(
            plan.App, plan.Environment, asked.Topic, text.Known, text.Text, [.. text.Figures.Select(Legible.Line)], [.. text.Evidence.Select(command => $"{command} --env {plan.Environment}{(parameters.Local ? " --local" : "")}")])
        {
            Understood = asked.Taken is { } taken ? $"'{Legible.Line(taken)}' was taken for '{asked.Services[0]}'." : null,
        };
    }
}
