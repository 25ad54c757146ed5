using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>Reads the office's part of a plan: districts, groups and units, and project owners.</summary>
internal sealed partial class OfficeReader(OfficeName name, Cell printed, SourceMap sources)
{
    /// <summary>The placeholder for the unit of projects that print none, with number 0.</summary>
    public const string NoUnit = "(ไม่ระบุหน่วยงาน)";

    private readonly List<OrgUnitDocument> units = [];

    /// <summary>
    /// The units in the plan's own list: items "กลุ่ม…" and "หน่วย…", numbered from 1; or with other marks, below a heading
    /// of the office's structure.
    /// </summary>
    public void ReadUnits(IEnumerable<Chunk> chunks)
    {
        foreach (var chunk in chunks.Where(chunk => chunk.IsGeneral))
        {
            var listed = UnitList.Of(chunk);
            var numbers = new FreeNumbers();
            foreach (var (number, name, cell, numberCell) in listed)
            {
                var unit = new OrgUnitDocument(numbers.Take(number), Limits.Name(name)).At(sources, cell);
                units.Add(numberCell is null ? unit : unit.At(sources, numberCell, "number"));
            }

            if (listed.Count > 0)
                return;
        }
    }

    /// <summary>
    /// The number of a project's unit: that of the listed unit with the same or nearly the same name; otherwise that of
    /// a new unit, printed where the project names it; 0 if the project names none.
    /// </summary>
    public int UnitOf(string? unitPrinted, Passage at)
    {
        if (unitPrinted is null)
        {
            if (units.TrueForAll(unit => unit.Number != 0))
                units.Insert(0, new OrgUnitDocument(0, NoUnit));
            return 0;
        }

        var wanted = Markup.Squeeze(unitPrinted);
        var nearest = units
            .Where(unit => unit.Number > 0)
            .MaxBy(unit => Likeness.Of(Markup.Squeeze(unit.Name), wanted));
        if (nearest is not null && Likeness.Of(Markup.Squeeze(nearest.Name), wanted) >= Likeness.Same)
            return nearest.Number;
        var added = new OrgUnitDocument(units.Select(unit => unit.Number).DefaultIfEmpty(0).Max() + 1, unitPrinted);
        units.Add(added.PrintedAt(sources, at));
        return added.Number;
    }

    public OfficeDocument Read(
        IEnumerable<Row> rows,
        IReadOnlyList<DatasetDocument> datasets,
        IReadOnlyList<ProjectDocument> projects
    )
    {
        var districts = Districts(rows);
        if (districts.Count == 0)
            districts = FromTables(datasets);
        return new OfficeDocument(name.Code, name.Name, name.Kind, name.Province, districts, units)
        {
            Staff = [.. projects.SelectMany(project => project.Owners).DistinctBy(owner => owner.Name).Select(Member)],
        }.PrintedAt(sources, printed);
    }

    /// <summary>"… ครอบคลุม ๓ อำเภอ ได้แก่ อำเภอโพนพิสัย อำเภอรัตนวาปี และอำเภอเฝ้าไร่ …"</summary>
    private static List<string> Districts(IEnumerable<Row> rows)
    {
        foreach (var text in rows.Select(row => row.First.Flat))
        {
            if (
                !text.Contains("อำเภอ", StringComparison.Ordinal)
                || Covered().Match(text) is not { Success: true } match
            )
                continue;
            var names = District().Matches(match.Groups["list"].Value).Select(one => one.Groups["name"].Value);
            var distinct = names.Distinct().ToList();
            if (distinct.Count > 0)
                return distinct;
        }

        return [];
    }

    private static List<string> FromTables(IReadOnlyList<DatasetDocument> datasets)
    {
        foreach (var dataset in datasets)
        {
            var dimension = dataset.Dimensions.ToList().FindIndex(name => Terms.Are(Concept.District, name));
            if (dimension >= 0)
                return
                [
                    .. dataset
                        .Observations.Select(one => one.At[dimension])
                        .Where(at => !at.StartsWith("รวม", StringComparison.Ordinal))
                        .Distinct(),
                ];
        }

        return [];
    }

    private StaffMemberDocument Member(ProjectOwnerDocument owner)
    {
        var position = Markup.Squeeze(owner.Position);
        var led = position.Contains("ผู้อำนวยการ", StringComparison.Ordinal)
            ? units.Find(unit =>
                unit.Number > 0 && position.Contains(Markup.Squeeze(unit.Name), StringComparison.Ordinal)
            )
            : null;
        return new StaffMemberDocument(owner.Name, owner.Position, led?.Number, Standing(position));
    }

    /// <summary>
    /// Teachers and supervisors have an academic standing; levels of civil servants use the same words.
    /// </summary>
    private static AcademicStanding? Standing(string position) =>
        !Academic().IsMatch(position) ? null
        : position.EndsWith("เชี่ยวชาญพิเศษ", StringComparison.Ordinal) ? AcademicStanding.Advisory
        : position.EndsWith("เชี่ยวชาญ", StringComparison.Ordinal) ? AcademicStanding.Expert
        : SeniorStanding().IsMatch(position) ? AcademicStanding.SeniorProfessional
        : position.EndsWith("ชำนาญการ", StringComparison.Ordinal) ? AcademicStanding.Professional
        : null;

    [GeneratedRegex("^(ศึกษา|ครู|ผู้อำนวยการโรงเรียน|รองผู้อำนวยการโรงเรียน)")]
    private static partial Regex Academic();

    [GeneratedRegex(@"ชำนาญ(การ)?พิเศษ\z")]
    private static partial Regex SeniorStanding();

    [GeneratedRegex(
        @"ครอบคลุม[^\n]{0,80}?อำเภอ\s*(ได้แก่|ประกอบด้วย|คือ)?\s*(?<list>อำเภอ.{0,1500})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Covered();

    [GeneratedRegex(@"(?<=^|\s|และ|,)อำเภอ(?<name>[ก-๎]{2,30})", RegexOptions.ExplicitCapture)]
    private static partial Regex District();
}
