namespace Landfall.Cli.Commands;

/// <summary>The examples under each command's help and in the reference.</summary>
internal static class CommandExamples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        ["landfall"] = ["landfall init ./shop", "landfall deploy ./shop --local"],
        ["landfall init"] = ["landfall init", "landfall init ./shop --app shop --type web --kind node --port 3000"],
        ["landfall validate"] = ["landfall validate", "landfall validate ./shop --json"],
        ["landfall list"] = ["landfall list ./shop", "landfall list ./shop --env prod --json"],
        ["landfall graph"] = ["landfall graph ./shop", "landfall graph ./shop --env prod --format mermaid"],
        ["landfall synth"] = ["landfall synth ./shop --env prod --output ./templates", "landfall synth ./shop --check"],
        ["landfall diff"] = ["landfall diff ./shop --env prod"],
        ["landfall deploy"] = ["landfall deploy ./shop --local", "landfall deploy ./shop --env prod --only api --yes"],
        ["landfall status"] = ["landfall status api ./shop --env prod --watch", "landfall status --local --json"],
        ["landfall logs"] = ["landfall logs api worker --env prod --since 2h --errors", "landfall logs ./shop --follow --filter timeout"],
        ["landfall explain"] = ["landfall explain api ./shop --env prod", "landfall explain api --local --json"],
        ["landfall events"] = ["landfall events ./shop --env prod --since 1d", "landfall events api --json"],
        ["landfall alarms"] = ["landfall alarms ./shop --env prod", "landfall alarms api --json"],
        ["landfall cost"] = ["landfall cost ./shop --env prod", "landfall cost --env prod --compare dev"],
        ["landfall top"] = ["landfall top ./shop --env prod", "landfall top api --json"],
        ["landfall audit"] = ["landfall audit ./shop --env prod", "landfall audit ./shop --since 7d --json"],
        ["landfall run"] = ["landfall run api \"python manage.py migrate\" ./shop --env prod", "landfall run nightly ./shop --env dev"],
        ["landfall outputs"] = ["landfall outputs ./shop --env prod", "landfall outputs ./shop --local --json"],
        ["landfall check"] = ["landfall check checks/api.http --url http://localhost:8080", "landfall check api ./shop --env prod"],
        ["landfall handover"] = ["landfall handover api ./shop --to ../shop-api --kind node", "landfall handover api ./shop --to ../shop-api --env prod --dry-run"],
        ["landfall env"] = ["landfall env web ./shop", "landfall env api ./shop --env dev --dry-run"],
        ["landfall migrate"] = ["landfall migrate copilot ./shop --region eu-west-1"],
        ["landfall migrate compose"] = ["landfall migrate compose ./shop --env dev"],
        ["landfall migrate copilot"] = ["landfall migrate copilot ./shop --region eu-west-1 --dry-run"],
        ["landfall release"] = ["landfall release api ./shop --env prod --image 1f3c9a2", "landfall release api --app shop --env prod --image sha256:0f1e…"],
        ["landfall rollout"] = ["landfall rollout continue ./shop --env prod"],
        ["landfall rollout continue"] = ["landfall rollout continue ./shop --env prod --service api"],
        ["landfall rollout rollback"] = ["landfall rollout rollback ./shop --env prod --service api"],
        ["landfall sleep"] = ["landfall sleep ./shop --env dev --dry-run", "landfall sleep ./shop --env dev --yes"],
        ["landfall wake"] = ["landfall wake ./shop --env dev"],
        ["landfall destroy"] = ["landfall destroy ./shop --env dev", "landfall destroy ./shop --env prod --unprotect"],
        ["landfall unlock"] = ["landfall unlock ./shop --env dev"],
        ["landfall context"] = ["landfall context refresh ./shop"],
        ["landfall context refresh"] = ["landfall context refresh ./shop --dry-run", "landfall context refresh ./shop --env prod --json"],
        ["landfall network"] = ["landfall network plan ./shop --env prod"],
        ["landfall network plan"] = ["landfall network plan ./shop --env prod", "landfall network plan ./shop --local --json"],
        ["landfall pipeline"] = ["landfall pipeline deploy ./shop", "landfall pipeline export github ./shop"],
        ["landfall pipeline deploy"] = ["landfall pipeline deploy ./shop", "landfall pipeline deploy ./shop --pipeline release --yes"],
        ["landfall pipeline destroy"] = ["landfall pipeline destroy ./shop", "landfall pipeline destroy ./shop --pipeline release --yes"],
        ["landfall pipeline diff"] = ["landfall pipeline diff ./shop"],
        ["landfall pipeline export"] = ["landfall pipeline export github ./shop", "landfall pipeline export gitlab ./shop --pipeline release"],
        ["landfall pipeline export codepipeline"] = ["landfall pipeline export codepipeline ./shop"],
        ["landfall pipeline export github"] = ["landfall pipeline export github ./shop"],
        ["landfall pipeline export gitlab"] = ["landfall pipeline export gitlab ./shop --pipeline release"],
        ["landfall build"] = ["landfall build explain build.log", "landfall build images ./shop --output ./images"],
        ["landfall build images"] = ["landfall build images ./shop --output ./images", "landfall build images ./shop --env dev --env prod --architecture arm64 --output ./images"],
        ["landfall build explain"] = ["landfall build explain build.log", "landfall build explain --build shop-pipeline-deploy-dev:0f1e2d3c"],
        ["landfall dashboard"] = ["landfall dashboard export grafana ./shop --env prod > shop.json"],
        ["landfall dashboard export"] = ["landfall dashboard export grafana ./shop --env prod > shop.json"],
        ["landfall dashboard export grafana"] = ["landfall dashboard export grafana ./shop --env prod > shop.json"],
        ["landfall secret"] = ["landfall secret set ./shop --env prod --name stripe"],
        ["landfall secret set"] = ["landfall secret set ./shop --env prod --name stripe", "landfall secret set ./shop --local --name stripe"],
        ["landfall local"] = ["landfall local start", "landfall local status --json"],
        ["landfall local start"] = ["landfall local start"],
        ["landfall local stop"] = ["landfall local stop"],
        ["landfall local status"] = ["landfall local status --json"],
        ["landfall schema"] = ["landfall schema > landfall.schema.json"],
        ["landfall completion"] = ["landfall completion bash >> ~/.bashrc"],
    };

    /// <summary>Finds the examples of a command.</summary>
    /// <param name="path">The command with its parents, for example <c>landfall network plan</c>.</param>
    /// <returns>The command lines.</returns>
    public static IReadOnlyList<string> Of(string path) => ByCommand.GetValueOrDefault(path) ?? [];
}
