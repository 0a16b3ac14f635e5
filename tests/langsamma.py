"""The tests that the fast lane leaves out: each takes about a second or more. ``pytest --durations=50`` shows them.

By file and name here, and not by a mark at each, so that the lane is seen whole. A file's tests are all slow where
no name is given. What is slow for its parameters is marked where it stands.
"""

LANGSAMMA = {
    "test_angra": {"test_a_command_may_be_killed_at_any_moment"},
    "test_cli": {
        "test_a_broken_file_is_told_from_an_empty_area",
        "test_a_document_that_somebody_changed_is_left_alone",
        "test_a_draft_says_so_in_its_name",
        "test_a_file_that_is_not_ours_is_left_alone",
        "test_a_full_disk_leaves_nothing_half_written",
        "test_a_read_only_target_changes_nothing",
        "test_build_refuses_while_errors_stand_and_writes_nothing",
        "test_build_writes_the_document_and_says_where",
        "test_check_of_one_file_shows_only_its_area",
        "test_checking_loads_neither_word_nor_jinja",
        "test_pdf_is_tagged_and_titled",
        "test_pdf_without_libreoffice_says_what_to_do",
        "test_the_real_report_as_json",
        "test_the_result_can_go_to_a_file",
        "test_waived_findings_are_listed_with_their_reason",
        "test_what_cannot_be_run_says_why_in_one_line",
    },
    "test_document": {"test_answers_are_found_whatever_was_done_to_the_form", "test_the_command_reads_a_document"},
    "test_edit": {
        "test_a_key_can_be_added_and_all_else_is_untouched",
        "test_a_new_text_reads_back_and_all_else_is_untouched",
    },
    "test_eget_svar": {"test_twenty_thousand_lines_take_no_time"},
    "test_exempel": {
        "test_suggestions_are_of_the_area_and_say_nothing_of_the_regions_own_name",
        "test_the_commands_show_the_example_within_eighty_columns",
    },
    "test_forms": {
        "test_a_form_is_written_used_and_never_written_over",
        "test_an_answer_whose_question_is_gone_is_named",
        "test_controls_from_last_year_never_lead_answers_astray",
    },
    "test_hjalp": {"test_its_examples_do_what_it_says"},
    "test_hostile": {"test_bombs_are_refused_before_they_are_parsed", "test_damaged_files_never_bring_us_down"},
    "test_html": {
        "test_a_rule_is_explained_in_its_own_words",
        "test_other_formats_do_not_load_what_only_the_page_needs",
        "test_the_example_and_the_real_report_become_pages",
        "test_very_much_is_still_a_small_page",
    },
    "test_importera": set(),
    "test_kallor": {"test_no_form_and_no_text_can_break_the_search"},
    "test_kod": set(),
    "test_lsp": {
        "test_letter_by_letter_through_broken_states_nothing_else_is_lost",
        "test_the_real_report_shows_what_the_command_finds",
    },
    "test_lsp_resor": {
        "test_every_reference_of_the_example_leads_somewhere",
        "test_last_year_in_word_has_no_place_to_go_to",
    },
    "test_ny": {"test_a_quoted_text_reads_back"},
    "test_output": {"test_against_a_document_of_last_year"},
    "test_papper": {
        "test_a_damaged_paper_never_brings_us_down",
        "test_a_hostile_workbook_is_named_and_passed_over",
        "test_a_pdf_as_an_office_program_makes_it",
        "test_a_strange_text_is_read_to_its_end",
    },
    "test_pdf": {
        "test_areas_in_another_order_with_divided_words_are_read_as_well",
        "test_our_own_pdf_gives_the_same_answers",
        "test_the_commands_take_a_pdf_as_they_take_word",
        "test_the_real_reports_text_reads_as_the_answers_beside_it",
    },
    "test_precision": set(),
    "test_prose": {"test_blocks_survive_markdown"},
    "test_prose_html": {
        "test_every_character_of_the_text_is_shown_once_at_its_own_offset",
        "test_overlapping_marks_hold_their_words_and_end_once",
    },
    "test_rad_for_rad": set(),
    "test_read": {"test_blocks_survive_word"},
    "test_reckoning": {"test_the_example_report_reckons_right"},
    "test_regler": {
        "test_the_example_report_has_nothing_to_complain_of",
        "test_the_offset_of_a_finding_is_where_its_words_stand_in_the_answer",
        "test_the_real_report_breaks_two_limits_and_leaves_three_areas_empty",
    },
    "test_siffror": {
        "test_a_value_in_a_table_stays_in_its_cell",
        "test_checking_without_figures_loads_no_jinja_and_no_excel",
    },
    "test_siffror_sandlada": {"test_every_expression_is_a_figure_or_a_fault"},
    "test_siffror_tabeller": {
        "test_a_large_table_is_refused_in_words",
        "test_a_workbook_that_may_do_harm_is_not_opened",
        "test_a_workbook_with_too_many_rows_or_columns_is_refused",
        "test_no_damaged_workbook_makes_reading_fail_otherwise_than_in_words",
    },
    "test_samtidigt": {
        "test_a_result_takes_no_paper_s_place",
        "test_four_at_once_killed_at_random_lose_nothing",
        "test_the_same_report_gives_the_same_pdf",
        "test_two_imports_at_once_lose_nothing",
        "test_whenever_somebody_saves_and_wherever_a_disk_is_full_nothing_is_lost",
    },
    "test_samla_skala": set(),
    "test_sammanfogning": {
        "test_copies_saved_in_libreoffice_are_merged_alike",
        "test_copies_typed_in_a_word_editor_are_what_was_typed",
    },
    "test_sammanfogning_fall": {
        "test_a_colleague_who_accepted_all_in_libreoffice_and_saved_a_copy",
        "test_a_copy_saved_as_in_libreoffice_without_edits_changes_no_byte",
        "test_a_copy_saved_twice_over_in_libreoffice",
        "test_what_word_does_by_itself_is_no_difference",
    },
    "test_slips": {
        "test_somebody_elses_pdf_is_left_alone",
        "test_the_result_never_takes_the_place_of_an_answer",
        "test_too_much_of_anything_is_refused_or_cut_short",
    },
    "test_sok": {
        "test_an_index_with_any_byte_changed_never_stops_a_search",
        "test_every_term_stands_on_its_characters",
        "test_help_and_a_check_without_papers_load_nothing_for_reading_papers",
    },
    "test_sparade": {"test_libreoffice_accepts_and_rejects_to_the_same_text"},
    "test_stavning": set(),
    "test_strommar": {"test_a_closed_stream_stops_nothing", "test_without_streams_the_exit_code_says_how_it_went"},
    "test_svenska": {"test_runs_of_anything_are_read_through", "test_the_real_report_gives_what_a_reviewer_saw"},
    "test_tabeller_i_word": {
        "test_any_table_is_as_wide_as_the_text",
        "test_libreoffice_gives_sums_and_tables_back_as_they_were",
    },
    "test_text": {"test_a_text_that_is_nothing_but_repetition_is_given_up"},
    "test_tunga": {"test_it_takes_little_time_and_memory_and_says_why_it_is_not_read"},
    "test_urklipp": {
        "test_every_sample_fits_in_the_middle_of_a_sentence_and_in_a_note",
        "test_no_sample_makes_the_browser_complain_or_fetch_anything",
        "test_what_is_pasted_becomes_what_it_is_meant_as",
        "test_what_was_pasted_is_undone_at_once",
    },
    "test_webb_bygge": {"test_the_core_is_what_the_script_builds"},
    "test_webb_dokument": {
        "test_a_file_with_any_answer_is_the_same_byte_for_byte_when_nobody_has_edited_it",
        "test_an_answer_that_nobody_has_edited_is_not_written",
        "test_an_edited_paragraph_of_any_answer_changes_its_own_lines_alone",
        "test_any_answer_survives_the_page",
        "test_every_answer_at_hand_stays_as_it_is",
        "test_every_answer_of_the_real_report_stays_as_it_is",
        "test_saving_what_nobody_has_edited_leaves_every_file_byte_for_byte",
        "test_what_is_edited_reads_back_as_it_was_edited",
    },
    "test_webb_krasch": set(),
    "test_webb_redigerare": set(),
    "test_webb_sida": set(),
    "test_webb_vaxling": set(),
    "test_word": {
        "test_any_answer_can_be_built",
        "test_libreoffice_counts_the_same",
        "test_libreoffice_keeps_the_text_and_looks_of_a_first_paragraph",
        "test_the_first_validator_finds_no_fault",
    },
}


def is_slow(file, name):
    """Return whether a test, by its file and its function, is left out of the fast lane."""
    return file in LANGSAMMA and (name in LANGSAMMA[file] or not LANGSAMMA[file])
