using System.Collections.Frozen;
using TeacherDevPlan.Infrastructure.Persistence.Results;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The SQL of computed fields and named conditions, by the names that models use. Reading, filtering, sorting and
/// grouping share the same expression.
/// </summary>
internal static class Computed
{
    private static readonly FrozenDictionary<string, Func<SqlRow, string>> Expressions = new Dictionary<
        string,
        Func<SqlRow, string>
    >
    {
        ["IndicatorTarget.achievement"] = row =>
            AchievementSql.Achievement(row.Column("Result"), row.Column("Target"), row.Column("Direction")),
        ["IndicatorTarget.status"] = row =>
            AchievementSql.Status(row.Column("Result"), row.Column("Target"), row.Column("Direction")),
        // Stored in the table, so that lists of the whole country can be filtered and sorted by an index.
        ["ProjectKpi.achievement"] = row => $"{row.Name}.achievement",
        ["ProjectKpi.status"] = row => $"{row.Name}.status",
        ["Person.hasIdentity"] = row => OfRow(row, $"({row.Column("IdentityDigest")} IS NOT NULL)"),
        ["Award.inTime"] = row => $"({row.Column("NominatedOn")} <= {row.Column("DueOn")})",
        ["FurtherStudy.bound"] = row =>
            OfRow(
                row,
                $"coalesce({row.Column("EndedOn")} < {row.Statement.Today()} AND {row.Column("BondUntil")} >= {row.Statement.Today()}, false)"
            ),
        ["Induction.overdue"] = row =>
            OfRow(
                row,
                $"({row.Column("Status")} = 'IN_PROGRESS' AND EXISTS (SELECT FROM induction_steps own WHERE own.induction_id = {row.Id} "
                    + $"AND own.done_on IS NULL AND own.due_on < {row.Statement.Today()}))"
            ),
        ["InductionStep.overdue"] = row =>
            OfRow(
                row,
                $"({row.Column("DoneOn")} IS NULL AND {row.Column("DueOn")} < {row.Statement.Today()} AND EXISTS (SELECT FROM inductions own "
                    + $"WHERE own.id = {row.Column("InductionId")} AND own.status = 'IN_PROGRESS'))"
            ),
        ["ProgressReport.late"] = row => $"({row.Column("SubmittedOn")} > {row.Column("DueOn")})",
        ["PlanReading.linesUsed"] = row =>
            $"({row.Column("Lines")} - coalesce((SELECT sum((u ->> 'lines')::int)::int "
            + $"FROM jsonb_array_elements({row.Column("Unread")}) AS u), 0))",
        ["SurveyTopic.developmentTopic"] = row =>
            $"(SELECT t.id FROM development_topics t WHERE fold_text(t.name) COLLATE \"C\" = {row.Name}.name_folded)",
        ["ApplicationAssessment.status"] = row =>
            OfRow(
                row,
                $"CASE WHEN {row.Column("Revision")} > 0 THEN 'DONE' WHEN {row.Column("DueOn")} < {row.Statement.Today()} THEN 'OVERDUE' ELSE 'DUE' END"
            ),
        // The name of that day: who reads an assessment may not see the person's record, and so learns no later name.
        ["ApplicationAssessment.name"] = row =>
            "(SELECT own.name FROM enrollments settled CROSS JOIN LATERAL (SELECT (settled.changed_at AT TIME ZONE 'Asia/Bangkok')::date) AS on_day (day) "
            + "JOIN held_names own ON own.person_id = settled.person_id AND NOT own.aside AND coalesce(own.held_from <= on_day.day, true) "
            + $"AND coalesce(own.held_to >= on_day.day, true) WHERE settled.id = {row.Column("EnrollmentId")})",
        ["ApplicationAssessment.reached"] = row => $"({row.Column("Level")} >= {row.Column("LevelNeeded")})",
        ["Person.hasAccount"] = row =>
            OfRow(row, $"EXISTS (SELECT FROM person_accounts own WHERE own.person_id = {row.Id})"),
        ["Certificate.validity"] = Validity,
        ["CertificateCheck.validity"] = Validity,
        ["LedgerEntry.disbursement"] = row =>
            $"CASE {row.Column("Kind")} WHEN 'DISBURSEMENT' THEN {row.Id} WHEN 'REVERSAL' THEN {row.Column("ReversesId")} END",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<SqlRow, string>> Conditions = new Dictionary<
        string,
        Func<SqlRow, string>
    >
    {
        ["StaffMember.ownsPublishedProject"] = row =>
            "EXISTS (SELECT FROM project_owners w JOIN projects p ON p.id = w.project_id "
            + $"WHERE w.staff_member_id = {row.Id} AND p.status NOT IN {Visibility.Drafts})",
    }.ToFrozenDictionary();

    /// <summary>What a certificate is worth today.</summary>
    private static string Validity(SqlRow row) =>
        OfRow(
            row,
            $"CASE WHEN {row.Column("RevokedOn")} IS NOT NULL THEN 'REVOKED' WHEN {row.Column("ExpiresOn")} < {row.Statement.Today()} THEN 'EXPIRED' ELSE 'VALID' END"
        );

    /// <summary>Null, as every value, if a related row is missing.</summary>
    private static string OfRow(SqlRow row, string condition) => $"CASE WHEN {row.Id} IS NOT NULL THEN {condition} END";

    public static string Of(string name, SqlRow row) => Expressions[name](row);

    public static string Condition(string name, SqlRow row) => Conditions[name](row);
}
