using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>The contradictions within a plan, including accepted and resolved ones.</summary>
/// <param name="add">Stores a new finding.</param>
public sealed class PlanFindings(Guid planId, IEnumerable<Finding> known, Action<Finding> add)
{
    private readonly List<Finding> all = [.. known];

    public IReadOnlyList<Finding> All => all;

    /// <summary>
    /// Updates the findings to match the current faults. A fault that is found again is the same finding as before;
    /// findings whose fault is gone become resolved and are kept.
    /// </summary>
    /// <param name="parts">The plan's parts, by the document in which the faults were found.</param>
    public FindingChanges Reconcile(IReadOnlyList<FoundFault> found, PlanParts parts, StatusStamp stamp)
    {
        var gone = all.ToDictionary(finding => (finding.Rule, finding.Place));
        var (added, reopened, resolved) = (0, 0, 0);
        foreach (var fault in found)
        {
            if (!gone.Remove((fault.Rule.Code, fault.Place), out var finding))
            {
                finding = new Finding(planId, fault.Rule.Code, fault.Place);
                all.Add(finding);
                add(finding);
                added++;
            }

            if (finding.IsFound(fault, parts, stamp))
                reopened++;
        }

        foreach (var finding in gone.Values.Where(finding => finding.Status != FindingStatus.Resolved))
        {
            finding.Resolve(null, stamp);
            resolved++;
        }

        return new FindingChanges(added, reopened, resolved);
    }
}

/// <summary>The numbers of new, reopened and resolved findings.</summary>
public sealed record FindingChanges(int Added, int Reopened, int Resolved);
