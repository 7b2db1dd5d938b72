namespace Landfall.Evaluation;

/// <summary>Where a data set comes from.</summary>
/// <param name="Evaluation">The evaluation that reads it, which is also its folder.</param>
/// <param name="Title">What it is.</param>
/// <param name="Address">Where to get it.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Layout">What belongs into the folder.</param>
/// <param name="Protocol">How it is scored.</param>
internal sealed record DataSource(
    string Evaluation, string Title, string Address, string Licence, string Layout, string Protocol)
{
    public const string WhereToGet = "docs/accuracy.md names the public sources of each data set.";

    public static IReadOnlyList<DataSource> All { get; } =
    [
        new(
            "nab",
            "Numenta Anomaly Benchmark: streaming anomaly detection",
            "https://github.com/numenta/NAB",
            "MIT",
            "`data/<family>/<series>.csv`, `labels/combined_windows.json` and `config/profiles.json`, as in the repository",
            "The score of a row may use earlier rows only. The first 15 % of a series, at most 750 rows, do not count. In a labelled "
            + "window the earliest alarm counts most and only the best one counts; an alarm elsewhere costs more the further it is past "
            + "the last window; a missed window costs its weight. 0 is silence, 100 is every window at once and nothing else. The "
            + "benchmark chooses the one threshold for all series after the fact, which is the figure to compare with published ones; "
            + "the shipped threshold is fixed before. Left out: each family at the threshold that is best for the other families."),
        new(
            "kpi",
            "Service curves of three web companies (WSD): anomalies that operators labelled",
            "https://github.com/CSTCloudOps/datasets",
            "none named: for measuring only",
            "`index.csv` with the columns `file`, `train_rows`, `interval_s` and `start_unix`, and the curves that it names, with "
            + "`value,label` in each row, plain or as `.gz`",
            "VUS-PR (TSB-AD) is the area under precision over recall, averaged over tolerances from 0 to the series' strongest "
            + "autocorrelation lag, mean over the series that have an anomaly; a score must order all points for it. Event F1: an event is "
            + "found when an alarm falls on one of its first eight rows; each run of alarms outside of events is a false alarm; only rows "
            + "from `train_rows` on count, one threshold for all series. Scores are streaming; published ones may have seen the whole series."),
        new(
            "petshop",
            "PetShop: root causes in a microservice application on AWS",
            "https://github.com/amazon-science/petshop-root-cause-analysis",
            "CC-BY-4.0",
            "`<scenario>/` with `graph.csv`, `train/`, `test/`, `noissue/`",
            "Share of issues whose cause is among the first one or three answers; an empty answer is a miss. Specificity is the share of "
            + "slices without an issue that get no answer. Only a few nodes are ever the cause, so results must not depend on names: a "
            + "test renames all nodes at random and asks for the same ranks. The traversal baseline is compared with the run stored in "
            + "its authors' notebook; where a metric rests on one value it gives equal scores, whose order is left to chance there and "
            + "averaged over here. The rows *made harder* show what remains when something is worse than in the recorded data. Left out: "
            + "thresholds chosen, within 30 % of the shipped ones, without the issues of the cause that is measured."),
        new(
            "sockshop",
            "Sock Shop, part of RCAEval: root causes from metrics alone",
            "https://github.com/azamikram/rcd",
            "MIT",
            "`<service>-<fault>/<run>/normal.csv` and `anomalous.csv`",
            "Avg@5 is the mean, over k from 1 to 5, of the share of cases whose service is among the first k."),
        new(
            "nezha",
            "Nezha, TrainTicket: root causes from metrics, logs and traces",
            "https://github.com/IntelligentDDS/Nezha",
            "MIT",
            "`rca_data/<day>/` with the fault list and `construct_data/` with the fault-free reference",
            "AS@k is the share of faults whose service is among the first k. The rows *made harder* take one source away."),
        new(
            "changerca",
            "ChangeRCA: releases of several services at once, one of them faulty",
            "https://github.com/IntelligentDDS/ChangeRCA",
            "none named: for measuring only",
            "`truth.jsonl` and `<case>/` with `releases.json` and `calls/<pod>_<caller>_<callee>.csv`",
            "Every release of a case is judged by what the pods of its two versions answered, minute by minute, while both ran: the fewer "
            + "healthy ones are called worse the better. A fault that only shows at a caller, or stops a pod before it answers, is none that "
            + "this judge can see. Only rates are recorded: each counts as five requests. The simulated releases, 10,000 of each kind, are "
            + "looked at after every 20 requests to the new version."),
        new(
            "cloudopsbench",
            "CloudOpsBench: recorded incidents of Kubernetes clusters",
            "https://github.com/LLM4Ops/Cloud-OpsBench",
            "none named: for measuring only",
            "`truth.jsonl` and `<case>/` with `case.json`, `state.json` (what each kubectl command printed) and `logs.json`; `alerts.json` and "
            + "`metrics.csv` where there are some",
            "An answer is right when family, object and cause are all those of the truth. A@k is the share of incidents with a right answer "
            + "among the first k. Neither the complaint nor a date is read; a row shows the same with both changed. Of "
            + "the set's 49 causes this part shows 20; rules for the others were written from how Kubernetes works. The first run, before any "
            + "miss was looked at, had .938; the figure here is after, on the same incidents, and so is no forecast for others."),
        new(
            "loghub",
            "loghub: log templates",
            "https://github.com/logpai/loghub",
            "research use only",
            "`<system>/` with the 2,000 labelled lines",
            "GA is the share of lines whose group is exactly right, PA the share with the exact template, FGA and FTA the F1 over groups "
            + "and templates. One configuration for all systems."),
        new(
            "m4",
            "M4 competition, hourly series: forecasts 48 hours ahead",
            "https://github.com/Mcompetitions/M4-methods",
            "open, see the repository",
            "the hourly training and test tables",
            "OWA is the mean of sMAPE and MASE, each relative to the seasonally adjusted naive forecast."),
        new(
            "web-traffic",
            "NASA web server, requests per minute: forecasts and predictive scaling",
            "https://ita.ee.lbl.gov/html/contrib/NASA-HTTP.html",
            "CC-BY-4.0 in the prepared form",
            "`nasa.csv` with time and requests per minute",
            "WAPE of hourly sums 48 hours ahead, and of single minutes 3 hours ahead, from a new origin every six hours over the last 30 %."),
    ];
}
