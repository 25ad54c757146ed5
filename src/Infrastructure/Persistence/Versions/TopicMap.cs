using System.Collections.Frozen;

namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// To which topic each table belongs, said once: writes are noted by it (<see cref="DataWatch"/>), and reads. A table that is not
/// named here makes a test fail.
/// </summary>
internal static class TopicMap
{
    /// <summary>Tables whose changes are noted.</summary>
    public static readonly FrozenDictionary<string, DataTopics> Tables = new Dictionary<string, DataTopics>([
        .. Of(DataTopics.Offices, "offices org_units districts schools school_networks"),
        .. Of(DataTopics.Plans, "strategic_plans strategic_plan_texts strategies strategy_texts guidelines"),
        .. Of(DataTopics.Plans, "development_plans development_plan_texts calendar_steps plan_sections"),
        .. Of(DataTopics.Plans, "plan_section_texts plan_readings sources"),
        .. Of(DataTopics.Projects, "projects project_texts project_kpis project_owners funding_sources activities"),
        .. Of(DataTopics.Projects, "removed_drafts"),
        .. Of(DataTopics.Budgets, "activity_budgets project_budgets plan_budgets ledger_entries"),
        .. Of(DataTopics.Budgets, "project_months plan_months open_commitments"),
        .. Of(DataTopics.Indicators, "indicators indicator_targets indicator_results indicator_definitions"),
        .. Of(DataTopics.Projects, "kpi_results progress_report_revisions"),
        .. Of(DataTopics.Plans, "disbursement_targets"),
        .. Of(DataTopics.Staff, "development_topics competencies development_methods individual_development_plans"),
        .. Of(DataTopics.Staff, "individual_plan_revisions competency_assessments individual_plan_items"),
        .. Of(DataTopics.Staff, "needs_rounds needs_round_topics needs_participants needs_choices"),
        .. Of(DataTopics.Staff, "needs_results needs_result_topics"),
        .. Of(
            DataTopics.Staff,
            "courses course_subjects offerings offering_categories sessions enrollments enrollment_exceptions attendances "
                + "indicator_proposals"
        ),
        .. Of(DataTopics.Staff, "satisfaction_scales satisfaction_bands questionnaires questionnaire_items"),
        .. Of(DataTopics.Staff, "questionnaire_answers questionnaire_results questionnaire_item_results"),
        .. Of(DataTopics.Staff, "questionnaire_comments application_plans application_assessments"),
        .. Of(DataTopics.Staff, "application_revisions"),
        .. Of(DataTopics.Staff, "committees committee_members monitoring_visits"),
        .. Of(
            DataTopics.Staff,
            "certificates hours_rules award_programmes awards bond_rules further_studies further_study_extensions"
        ),
        .. Of(DataTopics.Staff, "induction_programmes induction_programme_steps inductions induction_steps"),
        .. Of(
            DataTopics.Staff,
            "staff_members people held_names appointments staff_categories "
                + "person_accounts people_figures correction_requests"
        ),
        .. Of(DataTopics.Plans, "quarterly_reports quarterly_report_projects quarterly_report_kpis"),
        .. Of(DataTopics.Plans, "quarterly_report_indicators quarterly_report_events"),
        .. Of(DataTopics.Staff, "quarterly_report_people"),
        .. Of(DataTopics.Findings, "findings"),
        .. Of(DataTopics.Statistics, "datasets observations coordinates needs_surveys survey_topics"),
    ]).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What reads tables: views, and functions of the database.</summary>
    public static readonly FrozenDictionary<string, DataTopics> Readers = new Dictionary<string, DataTopics>([
        .. Of(DataTopics.Budgets, "disbursements commitments budget_transfers budgets_as_of"),
        .. Of(DataTopics.Projects, "progress_reports"),
        .. Of(DataTopics.Plans, "unread_passages"),
        .. Of(DataTopics.Staff, "staff_link_suggestions certificate_checks development_hours"),
        .. Of(DataTopics.Staff | DataTopics.Offices, "duplicate_pairs"),
    ]).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tables that answers are not made of, or not such that could stay the same: who reads them is put on record.</summary>
    public static readonly FrozenSet<string> UnversionedTables = Words(
        "audit_records audit_redactions audit_unchained audit_chain audit_head audit_archives access_tokens idempotency_keys instance_secrets "
            + "person_names access_token_names invitations record_readings people_figure_quarters person_merges person_merge_parts "
            + "merged_enrollments attendance_codes attendance_tries questionnaire_boxes certificate_series "
            + "data_versions data_changes plan_drafts __EFMigrationsHistory"
    );

    /// <summary>What is another one each time, whatever the data.</summary>
    private static readonly FrozenSet<string> Restless = Words(
        "now current_date current_time current_timestamp localtime localtimestamp clock_timestamp statement_timestamp "
            + "transaction_timestamp timeofday random random_normal gen_random_uuid uuidv4 uuidv7 nextval"
    );

    private static readonly FrozenDictionary<string, DataTopics> Known = new Dictionary<string, DataTopics>([
        .. Tables,
        .. Readers,
        .. UnversionedTables.Concat(Restless).Select(word => KeyValuePair.Create(word, DataTopics.Unversioned)),
    ]).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What a statement reads, by the words in it; a column that is called like a table only makes it more. A statement in which no
    /// table is found is taken for one that reads what has no version.
    /// </summary>
    public static DataTopics OfStatement(string sql)
    {
        var topics = DataTopics.None;
        var words = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = sql.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = 0;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_'))
                length++;
            if (length > 0 && words.TryGetValue(rest[..length], out var found))
                topics |= found;
            rest = rest[Math.Max(length, 1)..];
        }

        return topics == DataTopics.None ? DataTopics.Unversioned : topics;
    }

    private static IEnumerable<KeyValuePair<string, DataTopics>> Of(DataTopics topic, string names) =>
        names.Split(' ').Select(name => KeyValuePair.Create(name, topic));

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
