using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Cli.Reports;

/// <summary>What came of fitting weights to a family's answers.</summary>
/// <param name="Family">The family.</param>
/// <param name="Answers">How many answers on later days there are.</param>
/// <param name="Trial">How that went; null where there are too few.</param>
internal sealed record FamilyFit(WeightsFamily Family, int Answers, WeightsTrial? Trial);
