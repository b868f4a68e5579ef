// Made by `npm run generate` from the API's document. Not edited by hand.

export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                name: string;
                                email: string | null;
                                /** @description ISO 3166 alpha-2; national numbers are read in it */
                                default_country: string | null;
                                /** @description IANA name, such as Europe/Rome; the clock of budgets */
                                timezone: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                                opt_out_words: string[];
                                opt_in_words: string[];
                                help_words: string[];
                                opt_out_confirmation: string;
                                /** @description Whether an opt-out by text is answered with opt_out_confirmation, once */
                                is_opt_out_confirmed: boolean;
                                help_answer: string;
                                is_help_answered: boolean;
                                /**
                                 * @description Whose texts are kept. An opt-out is minded all the same
                                 * @enum {string}
                                 */
                                inbound_from: "anyone" | "contacts";
                                /** @description Whether curly quotes, dashes and the like are written plainly where that helps */
                                smart_encoding: boolean;
                                /** @description A line at the end of texts to many; null: none */
                                opt_out_footer: string | null;
                                /** @description `HH:MM` by the recipient's clock; nobody is written to from then on */
                                quiet_hours_start: string | null;
                                /** @description `HH:MM`; before the start it is the next morning */
                                quiet_hours_end: string | null;
                                /** @description The custom parameter that names the time zone of a contact */
                                timezone_parameter: string | null;
                                /** @description After so many days the words of a text are deleted; null: never */
                                retention_text_days: number | null;
                                /** @description After so many days all of it is deleted; null: never */
                                retention_sms_days: number | null;
                                notification_emails: string[];
                                notification_webhook_url: string | null;
                                /** @description What the notices posted to the webhook are signed with */
                                notification_webhook_secret: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change the account */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Status; one of draft, scheduled, processing, paused, sent, cancelled */
                    status?: string;
                    /** @description Whom it is sent to; all, bulk, custom, filter, or the id of a segment */
                    segment?: string;
                    /** @description The device; a whole number */
                    device_id?: string;
                    /** @description The recurring campaign that made it, or 0; a whole number */
                    recurring_campaign_id?: string;
                    /** @description The RSS automation that made it, or 0; a whole number */
                    rss_automation_id?: string;
                    order_by?: "id" | "campaign_id" | "name" | "status" | "scheduled_datetime" | "last_sent_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "scheduled_datetime" | "last_sent_datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description 0 when there is none */
                                rss_automation_id: number;
                                /** @description 0 when there is none */
                                recurring_campaign_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, `bulk`, `custom`, `filter`, or the id of a segment */
                                segment: string;
                                /** @description `is_scheduled`, and the filters of a `filter` audience */
                                settings: {
                                    [key: string]: unknown;
                                };
                                /** @description A draft: who would get it now. After the launch: who it is frozen to */
                                contacts_ids: number[];
                                /** @description Those whose message was sent */
                                sent_contacts_ids: number[];
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /** @enum {string} */
                                status: "draft" | "scheduled" | "processing" | "paused" | "sent" | "cancelled";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description How many it is frozen to */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /** @description Why it waits for a person to release or cancel it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                expires_datetime: string | null;
                                /** @enum {string} */
                                quiet_hours: "account" | "own" | "off";
                                quiet_hours_start: string | null;
                                quiet_hours_end: string | null;
                                /** @description Its devices and SIMs, such as `1:1` */
                                sims: string[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a campaign
         * @description A draft, unless `send` is set.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a campaign */
        get: {
            parameters: {
                query?: {
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description 0 when there is none */
                                rss_automation_id: number;
                                /** @description 0 when there is none */
                                recurring_campaign_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, `bulk`, `custom`, `filter`, or the id of a segment */
                                segment: string;
                                /** @description `is_scheduled`, and the filters of a `filter` audience */
                                settings: {
                                    [key: string]: unknown;
                                };
                                /** @description A draft: who would get it now. After the launch: who it is frozen to */
                                contacts_ids: number[];
                                /** @description Those whose message was sent */
                                sent_contacts_ids: number[];
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /** @enum {string} */
                                status: "draft" | "scheduled" | "processing" | "paused" | "sent" | "cancelled";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description How many it is frozen to */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /** @description Why it waits for a person to release or cancel it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                expires_datetime: string | null;
                                /** @enum {string} */
                                quiet_hours: "account" | "own" | "off";
                                quiet_hours_start: string | null;
                                quiet_hours_end: string | null;
                                /** @description Its devices and SIMs, such as `1:1` */
                                sims: string[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a campaign
         * @description While it is `draft` or `scheduled`; its SIMs, quiet hours and end also while it is `paused`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a campaign
         * @description Withdraws its pending messages. All of them stay in `/api/sms`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a campaign
         * @description Nothing more is handed to a phone.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a campaign
         * @description Back to where it was paused.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a campaign that came back from a backup
         * @description What is pending of it may have been sent since the backup was made, and is sent now. To send none of it, cancel it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a campaign
         * @description What is pending is cancelled, for good.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the failed messages again
         * @description Never those that may have gone out; each of these a person may retry at `/api/sms/{id}/retry`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate a campaign
         * @description Answers the id of the new draft.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the text to one number
         * @description A single sms that counts nowhere in the campaign.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        phone_number: string;
                    };
                    "application/x-www-form-urlencoded": {
                        phone_number: string;
                    };
                    "application/json": {
                        phone_number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a campaign
         * @description Takes what creating one takes, none of it required. To whom it would go, what they would get, in how many parts, and until when. Nothing is written.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                total_matched: number;
                                /** @description Who would get it; counted one by one */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /** @description Whether parts, missing and total_parts are those of a sample */
                                is_estimate: boolean;
                                /** @description Recipients to look at, or those of preview_contacts_ids */
                                sample: {
                                    id: number;
                                    name: string | null;
                                    phone_number: string;
                                    country_code: string | null;
                                    custom_parameters: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                /** @description What each of the sample would get */
                                rendered: {
                                    contact_id: number | null;
                                    /** @description As it is sent, the footer too */
                                    content: string | null;
                                    /** @description Why there is no text for this contact */
                                    error: string | null;
                                    /** @enum {string|null} */
                                    encoding: "gsm7" | "ucs2" | null;
                                    /** @description Septets, or UTF-16 units */
                                    units: number;
                                    parts: number;
                                    /** @description Where each part after the first begins, in UTF-16 units from 0 */
                                    part_breaks: number[];
                                    /** @description The characters that the small alphabet lacks */
                                    odd_characters: {
                                        character: string;
                                        /** @description In UTF-16 units, from 0 */
                                        positions: number[];
                                        /** @description What says the same in the small alphabet; null for nothing */
                                        replacement: string | null;
                                    }[];
                                }[];
                                /** @description The characters that the small alphabet lacks */
                                odd_characters: {
                                    character: string;
                                    /** @description In UTF-16 units, from 0 */
                                    positions: number[];
                                    /** @description What says the same in the small alphabet; null for nothing */
                                    replacement: string | null;
                                }[];
                                /** @description How many texts have so many parts: `{"1": 3908, "2": 212}` */
                                parts: {
                                    [key: string]: number;
                                };
                                total_parts: number;
                                /** @description How many lack what the text speaks of */
                                missing: {
                                    key: string;
                                    total: number;
                                }[];
                                /** @description `error`: it cannot be sent, or nobody would get it */
                                problems: {
                                    title: string;
                                    field: string | null;
                                    code: string;
                                    /** @enum {string} */
                                    severity: "error" | "warning";
                                }[];
                                /** @description How many parts would leave on each day of the account, for the first 31 */
                                runway: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    start: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    end: string;
                                    parts: number;
                                }[];
                                /** @description How many parts would leave from each SIM */
                                sims: {
                                    device_id: number;
                                    sim_subscription_id: number;
                                    parts: number;
                                }[];
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finish_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List opt-outs
         * @description By number, also of deleted contacts. With `Accept: text/csv` all of them are answered as a file.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number";
                    order_by?: "id" | "phone_number" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                phone_number: string;
                                /** @description Who has the number now; null when nobody has */
                                contact_id: number | null;
                                /**
                                 * @description null: from before there were records
                                 * @enum {string|null}
                                 */
                                how: "reply" | "api" | "import" | "list" | null;
                                /** @description What was written */
                                text: string | null;
                                note: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Bring opt-outs along
         * @description At most 100,000 numbers; an import takes more. They need not be contacts. What is pending of those that are is cancelled; nobody is told.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                    "application/json": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                added: number;
                                known: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-out-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the words that count until an account changes them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                word: string;
                                language: string;
                                /** @enum {string} */
                                action: "opt_out" | "opt_in" | "help";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-out-words/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a text would do
         * @description By the words of the account. `action` is null where the text is one like any other. An opt-in word is one too where there is no opt-out to undo.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        text: string;
                    };
                    "application/x-www-form-urlencoded": {
                        text: string;
                    };
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {string|null} */
                                action: "opt_out" | "opt_in" | "help" | null;
                                word: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the record of the consent of a contact
         * @description Of its number, newest first: also from before the contact was made.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @enum {string} */
                                change: "opted_out" | "opted_in";
                                /**
                                 * @description reply: the contact wrote it; api: the contact was changed; import: a file said so; list: brought along
                                 * @enum {string}
                                 */
                                how: "reply" | "api" | "import" | "list";
                                /** @description What the contact wrote */
                                text: string | null;
                                /** @description The message, which may have been deleted since */
                                sms_id: number | null;
                                import_id: number | null;
                                /** @description Where it stood in the file */
                                line: number | null;
                                /** @description The name of the key that it was changed with */
                                person: string | null;
                                note: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has opted out; one of 1, 0, true, false, on, off, yes, no */
                    has_opted_out?: string;
                    /** @description The continent of the number; one of AF, AN, AS, EU, NA, OC, SA */
                    continent_code?: string;
                    /** @description The country of the number; a country code of ISO 3166 with two letters, such as IT */
                    country_code?: string;
                    order_by?: "id" | "contact_id" | "name" | "phone_number" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms" | "total_received_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string | null;
                                /** @description In E.164; of a sender that is no number, as it came */
                                phone_number: string;
                                /** @description Texts, numbers and booleans by keys of your own */
                                custom_parameters: {
                                    [key: string]: unknown;
                                };
                                /** @description AF, AN, AS, EU, NA, OC or SA */
                                continent_code: string | null;
                                /** @description ISO 3166 alpha-2, from the number */
                                country_code: string | null;
                                has_opted_out: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                total_received_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a contact
         * @description A number that has opted out before is opted out again, whatever the request says.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                    "application/json": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contact */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string | null;
                                /** @description In E.164; of a sender that is no number, as it came */
                                phone_number: string;
                                /** @description Texts, numbers and booleans by keys of your own */
                                custom_parameters: {
                                    [key: string]: unknown;
                                };
                                /** @description AF, AN, AS, EU, NA, OC or SA */
                                continent_code: string | null;
                                /** @description ISO 3166 alpha-2, from the number */
                                country_code: string | null;
                                has_opted_out: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                total_received_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a contact
         * @description Opting out cancels what is pending. A new number brings along whether it has opted out.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a contact
         * @description Withdraws its pending messages and deletes all of them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description One for each contact who has written or been answered. Newest first by what was last received or answered.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has written what nobody has read; one of 1, 0, true, false, on, off, yes, no */
                    is_unread?: string;
                    /** @description Whose newest text has failed; one of 1, 0, true, false, on, off, yes, no */
                    has_failed?: string;
                    order_by?: "datetime" | "id" | "unread";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description That of the contact */
                                id: number;
                                contact: {
                                    id: number;
                                    user_id: number;
                                    name: string | null;
                                    /** @description In E.164; of a sender that is no number, as it came */
                                    phone_number: string;
                                    /** @description Texts, numbers and booleans by keys of your own */
                                    custom_parameters: {
                                        [key: string]: unknown;
                                    };
                                    /** @description AF, AN, AS, EU, NA, OC or SA */
                                    continent_code: string | null;
                                    /** @description ISO 3166 alpha-2, from the number */
                                    country_code: string | null;
                                    has_opted_out: boolean;
                                    total_sent_sms: number;
                                    total_pending_sms: number;
                                    total_failed_sms: number;
                                    total_received_sms: number;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_sent_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_received_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    revision: number;
                                };
                                /** @description The newest text to or from the contact; null when all have been deleted */
                                last_sms: {
                                    sms_id: number;
                                    device_id: number;
                                    sim_subscription_id: number;
                                    contact_id: number;
                                    /** @description 0 when it belongs to none, like the other origins */
                                    campaign_id: number;
                                    flow_id: number;
                                    rss_automation_id: number;
                                    recurring_campaign_id: number;
                                    user_id: number;
                                    /** @enum {string} */
                                    type: "sent" | "received";
                                    content: string;
                                    /** @enum {string} */
                                    status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                    /** @description Why it failed or was cancelled, or what is not known of it */
                                    error: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    scheduled_datetime: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    phone_number: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    delivered_datetime: string | null;
                                    /** @description How many SMS the network bills */
                                    parts: number;
                                    /** @description Failed without knowing; only a person may send it again */
                                    may_have_gone_out: boolean;
                                    /**
                                     * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                     * @enum {string}
                                     */
                                    purpose: "ordinary" | "reply" | "confirmation" | "test";
                                } | null;
                                /** @description How many received texts nobody has read */
                                unread: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            /** @description Unread texts in all conversations */
                            unread_total: number;
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the texts of a conversation
         * @description At most 50, newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is older than this one */
                    before_sms_id?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                            }[];
                            /** @description Where to go on; null when there is no more */
                            next_before_sms_id: number | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a conversation as read */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                    "application/json": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark the newest received text as unread */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a contact
         * @description From the SIM that the contact wrote to last, or, when that is gone, from the one that it was last written from; another may be named.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                    "application/json": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List devices */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name";
                    order_by?: "id" | "device_id" | "name" | "last_ping_datetime" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms" | "total_received_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_ping_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                notifications: string[];
                                settings: Record<string, never>;
                                sims: {
                                    /** @description What a client gives as sim_subscription_id */
                                    subscription_id: number;
                                    phone_number: string | null;
                                    carrier_name: string | null;
                                    display_name: string | null;
                                    slot_index: number | null;
                                    max_per_minute: number;
                                    max_per_hour: number;
                                    max_per_day: number;
                                    max_per_month: number;
                                    gap_min_seconds: number;
                                    gap_max_seconds: number;
                                    /** @description Parts sent in the present minute, hour, day and month of the account's clock */
                                    used: {
                                        minute: number;
                                        hour: number;
                                        day: number;
                                        month: number;
                                    };
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    day_resets_datetime: string;
                                    /** @description A long text waits until then, since a budget lacks room for it */
                                    held_until_datetime: string | null;
                                    /** @description It was refused for its limits, and sends more slowly until then */
                                    slowed_until_datetime: string | null;
                                    /** @description Parts a minute while it is slowed down */
                                    slowed_per_minute: number | null;
                                    /** @description It is given nothing new; `heir` is */
                                    is_draining: boolean;
                                    /** @description The device and SIM that takes its place: `2:1` */
                                    heir: string | null;
                                }[];
                                device_model: string | null;
                                device_brand: string | null;
                                device_os: string | null;
                                device_battery: number | null;
                                device_is_charging: boolean | null;
                                ip: string | null;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_received_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_ping_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                is_paused: boolean;
                                /** @description A program that behaves like a phone, for demos */
                                is_pretend: boolean;
                                app_version: string | null;
                                /** @description How far the phone's clock is off, when it is more than five minutes */
                                clock_skew_seconds: number | null;
                                revision: number;
                                /** @description How many no phone has taken yet */
                                total_movable_sms: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a device
         * @description Answers the token that the phone enrols with, once. See docs/PHONES.md for what to type where.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                    "application/json": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description What the phone enrols with; shown this once */
                                token: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a device */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                notifications: string[];
                                settings: Record<string, never>;
                                sims: {
                                    /** @description What a client gives as sim_subscription_id */
                                    subscription_id: number;
                                    phone_number: string | null;
                                    carrier_name: string | null;
                                    display_name: string | null;
                                    slot_index: number | null;
                                    max_per_minute: number;
                                    max_per_hour: number;
                                    max_per_day: number;
                                    max_per_month: number;
                                    gap_min_seconds: number;
                                    gap_max_seconds: number;
                                    /** @description Parts sent in the present minute, hour, day and month of the account's clock */
                                    used: {
                                        minute: number;
                                        hour: number;
                                        day: number;
                                        month: number;
                                    };
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    day_resets_datetime: string;
                                    /** @description A long text waits until then, since a budget lacks room for it */
                                    held_until_datetime: string | null;
                                    /** @description It was refused for its limits, and sends more slowly until then */
                                    slowed_until_datetime: string | null;
                                    /** @description Parts a minute while it is slowed down */
                                    slowed_per_minute: number | null;
                                    /** @description It is given nothing new; `heir` is */
                                    is_draining: boolean;
                                    /** @description The device and SIM that takes its place: `2:1` */
                                    heir: string | null;
                                }[];
                                device_model: string | null;
                                device_brand: string | null;
                                device_os: string | null;
                                device_battery: number | null;
                                device_is_charging: boolean | null;
                                ip: string | null;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_received_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_ping_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                is_paused: boolean;
                                /** @description A program that behaves like a phone, for demos */
                                is_pretend: boolean;
                                app_version: string | null;
                                /** @description How far the phone's clock is off, when it is more than five minutes */
                                clock_skew_seconds: number | null;
                                revision: number;
                                /** @description How many no phone has taken yet */
                                total_movable_sms: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change a device */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a device
         * @description Shuts its phone out. Its pending messages fail with that reason, unless move_to takes them over.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                    "application/json": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the enrolment token
         * @description Shuts out the phone that enrolled with the old one.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description What the phone enrols with; shown this once */
                                token: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a SIM and its pace */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                    "application/json": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drain a device
         * @description What no phone has taken yet goes to the other SIMs, and so do the campaigns, flows, recurring campaigns and automations. Nothing new is given to it; a text that names it goes to the first of the others. What the phone holds it still sends.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drain one SIM
         * @description What no phone has taken yet goes to the other SIMs, and so do the campaigns, flows, recurring campaigns and automations. Nothing new is given to it; a text that names it goes to the first of the others. What the phone holds it still sends.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the queue of a device
         * @description What no phone has taken yet goes to the other SIMs, with the campaigns that are under way. What comes later stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the queue of one SIM
         * @description What no phone has taken yet goes to the other SIMs, with the campaigns that are under way. What comes later stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List flows */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Who can enter it; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it takes contacts; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "flow_id" | "name" | "last_sent_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                settings: Record<string, never>;
                                wait_time: number;
                                /** @enum {unknown} */
                                wait_time_type: "minutes" | "hours" | "days";
                                is_enabled: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /** @description Contacts that ever entered */
                                total_entered: number;
                                /** @description Those whose text is not due yet */
                                total_waiting: number;
                                /** @description Those whose text was cancelled */
                                total_left: number;
                                /** @description Why they left, as far as their texts have not been deleted; the most frequent first */
                                left_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                /** @description When the next text is due */
                                next_due_datetime: string | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a flow */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a flow */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                settings: Record<string, never>;
                                wait_time: number;
                                /** @enum {unknown} */
                                wait_time_type: "minutes" | "hours" | "days";
                                is_enabled: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /** @description Contacts that ever entered */
                                total_entered: number;
                                /** @description Those whose text is not due yet */
                                total_waiting: number;
                                /** @description Those whose text was cancelled */
                                total_left: number;
                                /** @description Why they left, as far as their texts have not been deleted; the most frequent first */
                                left_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                /** @description When the next text is due */
                                next_due_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a flow
         * @description Another segment, or switching it on again, admits nobody who matches already.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a flow
         * @description Cancels what is pending of it. Its messages stay.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how the installation is
         * @description The database, the disk, your phones, the last check of your totals and the last backup.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                version: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                database: {
                                    version: string;
                                    bytes: number;
                                    /** @description How long it took to answer */
                                    milliseconds: number;
                                };
                                /** @description Where DATA_DIR lies; null where the database is elsewhere */
                                disk: {
                                    total_bytes?: number;
                                    free_bytes?: number;
                                } | null;
                                devices: {
                                    total: number;
                                    offline: {
                                        id: number;
                                        name: string;
                                        /**
                                         * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                         * @example 2025-10-29 03:28:34
                                         */
                                        offline_since_datetime: string;
                                    }[];
                                };
                                mail: {
                                    is_configured: boolean;
                                };
                                notifications: {
                                    /** @description Notices that are still to be sent to an address */
                                    waiting: number;
                                    /** @description Those that were given up in the last seven days */
                                    failed: number;
                                };
                                /** @description The last nightly check of the totals; null: there was none yet */
                                last_check: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime?: string;
                                    total_checked?: number;
                                    total_differences?: number;
                                    differences?: {
                                        table: string;
                                        id: number;
                                        told: {
                                            [key: string]: number;
                                        };
                                        counted: {
                                            [key: string]: number;
                                        };
                                    }[];
                                } | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /**
                                 * @description Of `npm run simcast -- backup`; null: not known
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_backup_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is held since a restore
         * @description What was pending when the backup was made may have been sent since. It waits for a person.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release everything that is held
         * @description It is sent, though some of it may have been sent before. Answers what it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel everything that is held
         * @description Nothing of it is sent. Answers what it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in file_name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "file_name";
                    /** @description How far it is; one of processing, finished, failed, cancelled */
                    status?: string;
                    /** @description Whether it only says what would be; one of 1, 0, true, false, on, off, yes, no */
                    dry_run?: string;
                    order_by?: "id" | "import_id" | "file_name" | "total_rows" | "datetime" | "finished_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "finished_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                status: "processing" | "finished" | "failed" | "cancelled";
                                dry_run: boolean;
                                total_rows: number;
                                /** @description created + updated + skipped + refused */
                                processed_rows: number;
                                created: number;
                                updated: number;
                                skipped: number;
                                refused: number;
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                file_name: string | null;
                                file_bytes: number;
                                processed_bytes: number;
                                /** @enum {unknown} */
                                encoding: "utf-8" | "windows-1252";
                                /** @enum {unknown} */
                                format: "csv" | "jsonl";
                                delimiter: string | null;
                                columns: {
                                    name: string;
                                    samples: string[];
                                    /** @description What it is taken for without a mapping */
                                    guess: string | null;
                                }[];
                                mapping: {
                                    [key: string]: unknown;
                                } | null;
                                segment_id: number | null;
                                /** @enum {unknown} */
                                on_known: "update" | "skip";
                                default_country: string | null;
                                /** @description Rows that say that the contact has opted out */
                                opted_out: number;
                                /** @description Rows whose number came up before in the file; counted by a dry run, else null */
                                duplicates: number | null;
                                refused_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                rows_per_second: number | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Import contacts from a file
         * @description CSV with a header (comma, semicolon, tab or pipe; UTF-8, Latin-1 or Windows-1252) or JSON Lines. Answers as soon as the file is stored; `GET /api/imports/{id}` tells how far it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description CSV with a header, or JSON Lines; at most 1 GiB
                         */
                        file: string;
                        /** @description What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters. */
                        mapping?: unknown;
                        /** @description A segment of type `custom` to put the contacts into */
                        segment_id?: number;
                        /**
                         * @description `skip` leaves contacts as they are that were there before; opting out counts all the same
                         * @enum {unknown}
                         */
                        on_known?: "update" | "skip";
                        /** @description ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account. */
                        default_country?: string;
                        /** @description Writes nothing and answers what would be */
                        dry_run?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                status: "processing" | "finished" | "failed" | "cancelled";
                                dry_run: boolean;
                                total_rows: number;
                                /** @description created + updated + skipped + refused */
                                processed_rows: number;
                                created: number;
                                updated: number;
                                skipped: number;
                                refused: number;
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                file_name: string | null;
                                file_bytes: number;
                                processed_bytes: number;
                                /** @enum {unknown} */
                                encoding: "utf-8" | "windows-1252";
                                /** @enum {unknown} */
                                format: "csv" | "jsonl";
                                delimiter: string | null;
                                columns: {
                                    name: string;
                                    samples: string[];
                                    /** @description What it is taken for without a mapping */
                                    guess: string | null;
                                }[];
                                mapping: {
                                    [key: string]: unknown;
                                } | null;
                                segment_id: number | null;
                                /** @enum {unknown} */
                                on_known: "update" | "skip";
                                default_country: string | null;
                                /** @description Rows that say that the contact has opted out */
                                opted_out: number;
                                /** @description Rows whose number came up before in the file; counted by a dry run, else null */
                                duplicates: number | null;
                                refused_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                rows_per_second: number | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the refused rows
         * @description A CSV of line, reason and the row in its own columns; corrected, it can be imported as it is.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description What it has written stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what you were told
         * @description The newest 100 notices with what became of each: where it was sent, or why not.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                kind: "phone_offline" | "phone_back" | "text_received" | "feed_off" | "import_failed" | "totals_differ" | "test";
                                title: string;
                                text: string;
                                subject: {
                                    type: string;
                                    id: number | null;
                                    name: string | null;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                deliveries: {
                                    /** @enum {unknown} */
                                    channel: "email" | "webhook";
                                    address: string;
                                    attempts: number;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    sent_datetime: string | null;
                                    /**
                                     * @description When it is tried again; null: no more
                                     * @example 2025-10-29 03:28:34
                                     */
                                    next_datetime: string | null;
                                    /** @description Why the last attempt failed */
                                    error: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to all your addresses
         * @description What became of it stands at `GET /api/account/notifications` a few seconds later.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description To how many addresses */
                                total: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recurring campaigns */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Whom it is sent to; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it runs; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "recurring_campaign_id" | "name" | "last_sent_datetime" | "last_run_datetime" | "next_run_datetime" | "datetime" | "last_datetime" | "total_campaigns" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_run_datetime" | "next_run_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description When it runs */
                                settings: {
                                    /** @enum {unknown} */
                                    frequency: "daily" | "weekly" | "monthly";
                                    /** @description Every so many days, weeks or months */
                                    interval: number;
                                    /** @description `HH:MM` on the clocks of the time zone */
                                    time: string;
                                    /** @description IANA name */
                                    timezone: string;
                                    /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                                    week_days: number[];
                                    /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                                    month_days: number[];
                                    /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                                    nth_week_day: {
                                        nth: number;
                                        week_day: number;
                                    } | null;
                                    /** @description `YYYY-MM-DD`; every n is counted from it */
                                    start_date: string;
                                    /** @description The last day on which it may run */
                                    end_date: string | null;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /** @description Why it runs only when a person lets it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a recurring campaign */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a recurring campaign */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description When it runs */
                                settings: {
                                    /** @enum {unknown} */
                                    frequency: "daily" | "weekly" | "monthly";
                                    /** @description Every so many days, weeks or months */
                                    interval: number;
                                    /** @description `HH:MM` on the clocks of the time zone */
                                    time: string;
                                    /** @description IANA name */
                                    timezone: string;
                                    /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                                    week_days: number[];
                                    /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                                    month_days: number[];
                                    /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                                    nth_week_day: {
                                        nth: number;
                                        week_day: number;
                                    } | null;
                                    /** @description `YYYY-MM-DD`; every n is counted from it */
                                    start_date: string;
                                    /** @description The last day on which it may run */
                                    end_date: string | null;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /** @description Why it runs only when a person lets it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a recurring campaign
         * @description Of `settings` the given keys are changed and the others stay. What its runs have launched stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a recurring campaign
         * @description It runs no more. The campaigns that it has launched stay and go on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a recurring campaign */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in reason; one or two characters only at the start. */
                    search?: string;
                    search_by?: "reason";
                    /** @description What became of it; one of launched, skipped, failed */
                    status?: string;
                    order_by?: "id" | "due_datetime" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "due_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                recurring_campaign_id: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                due_datetime: string;
                                /** @enum {unknown} */
                                status: "launched" | "skipped" | "failed";
                                /** @description 0 when none was launched */
                                campaign_id: number;
                                /** @description Why none was launched */
                                reason: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the next ten runs of settings
         * @description Nothing is stored. Fewer than ten where the rule ends before.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                    "application/json": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                run_datetime: string;
                                /** @description What the clocks of the time zone show then */
                                local_datetime: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List RSS automations */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Whom it is sent to; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it is on; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "rss_automation_id" | "name" | "last_sent_datetime" | "last_check_datetime" | "next_check_datetime" | "datetime" | "last_datetime" | "total_campaigns" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_check_datetime" | "next_check_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                /** @description The address of the feed */
                                rss_url: string;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description How the feed is checked */
                                settings: {
                                    /** @description How long from one check to the next */
                                    check_interval_seconds: number;
                                    /** @description How many new items one check sends at most */
                                    items_count: number;
                                    /** @description Minutes between the campaigns of two items */
                                    campaigns_delay: number;
                                    /**
                                     * @description What an item is known again by
                                     * @enum {unknown}
                                     */
                                    unique_item_identifier: "guid" | "link" | "title";
                                    /** @description Whether what the feed holds at first is sent too */
                                    send_present_items: boolean;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_check_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /** @description Why the last check failed; null if it did not */
                                last_error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                failing_since_datetime: string | null;
                                /** @description Checks that failed in a row; at 20 it is switched off */
                                failures: number;
                                /** @description Why it waits for a person to let it go on */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an RSS automation
         * @description The feed is fetched: one that cannot be read is a 400 that says why.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an RSS automation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                /** @description The address of the feed */
                                rss_url: string;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description How the feed is checked */
                                settings: {
                                    /** @description How long from one check to the next */
                                    check_interval_seconds: number;
                                    /** @description How many new items one check sends at most */
                                    items_count: number;
                                    /** @description Minutes between the campaigns of two items */
                                    campaigns_delay: number;
                                    /**
                                     * @description What an item is known again by
                                     * @enum {unknown}
                                     */
                                    unique_item_identifier: "guid" | "link" | "title";
                                    /** @description Whether what the feed holds at first is sent too */
                                    send_present_items: boolean;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_check_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /** @description Why the last check failed; null if it did not */
                                last_error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                failing_since_datetime: string | null;
                                /** @description Checks that failed in a row; at 20 it is switched off */
                                failures: number;
                                /** @description Why it waits for a person to let it go on */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change an RSS automation
         * @description Of `settings` the given keys are changed and the others stay. With another feed or identifier, or switched on again, what is there then is not sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete an RSS automation
         * @description The feed is checked no more. The campaigns that it has made stay and go on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the items of a feed
         * @description The newest ten, and the text that each would make. Nothing is stored or sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description What the feed calls itself */
                                title: string;
                                total_items: number;
                                /** @description The newest first */
                                items: {
                                    guid: string;
                                    title: string;
                                    url: string;
                                    summary: string;
                                    content: string;
                                    author: string;
                                    category: string;
                                    date: string;
                                    /** @description For a contact of whom nothing is known; null if it cannot be made */
                                    text: string | null;
                                    parts: number;
                                    /** @description Why the text cannot be made */
                                    error: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List segments */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name";
                    /** @description The type of segment; one of bulk, custom, filter */
                    type?: string;
                    order_by?: "id" | "segment_id" | "name" | "datetime" | "last_datetime" | "total_contacts";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                /** @description Of bulk and custom the members; of a filter its rows, countries and continents */
                                settings: {
                                    filters_custom_parameters?: {
                                        key: string;
                                        /** @enum {unknown} */
                                        condition: "exact" | "not_exact" | "contains" | "not_contains" | "starts_with" | "not_starts_with" | "ends_with" | "not_ends_with" | "bigger_than" | "lower_than";
                                        value: string;
                                    }[];
                                    filters_countries?: string[];
                                    filters_continents?: string[];
                                    /** @description The members; of a filter only on GET /{id} */
                                    contacts_ids?: number[];
                                };
                                /** @enum {unknown} */
                                type: "bulk" | "custom" | "filter";
                                /** @description In lists, of a filter, at most a minute old */
                                total_contacts: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a segment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/json": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a segment */
        get: {
            parameters: {
                query?: {
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                /** @description Of bulk and custom the members; of a filter its rows, countries and continents */
                                settings: {
                                    filters_custom_parameters?: {
                                        key: string;
                                        /** @enum {unknown} */
                                        condition: "exact" | "not_exact" | "contains" | "not_contains" | "starts_with" | "not_starts_with" | "ends_with" | "not_ends_with" | "bigger_than" | "lower_than";
                                        value: string;
                                    }[];
                                    filters_countries?: string[];
                                    filters_continents?: string[];
                                    /** @description The members; of a filter only on GET /{id} */
                                    contacts_ids?: number[];
                                };
                                /** @enum {unknown} */
                                type: "bulk" | "custom" | "filter";
                                /** @description In lists, of a filter, at most a minute old */
                                total_contacts: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a segment
         * @description Filters or ids that are given replace all the old ones.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /**
         * Delete a segment
         * @description Refused while a campaign that is not over, or a flow, is sent to it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List texts, sent and received */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "content";
                    /** @description Direction; one of sent, received */
                    type?: string;
                    /** @description Status; one of pending, sent, failed, cancelled, received */
                    status?: string;
                    /** @description The device; a whole number */
                    device_id?: string;
                    /** @description The contact; a whole number */
                    contact_id?: string;
                    /** @description The campaign it belongs to, or 0; a whole number */
                    campaign_id?: string;
                    /** @description The flow it belongs to, or 0; a whole number */
                    flow_id?: string;
                    /** @description The recurring campaign it belongs to, or 0; a whole number */
                    recurring_campaign_id?: string;
                    /** @description The RSS automation it belongs to, or 0; a whole number */
                    rss_automation_id?: string;
                    order_by?: "id" | "sms_id" | "status" | "scheduled_datetime" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "scheduled_datetime" | "delivered_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a text
         * @description One message per number, in the order given; the same number twice is one. Numbers we do not know become contacts. One that has opted out gets a failed message.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                    "application/json": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a text
         * @description A pending one is withdrawn, from the phone too if it still can be.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed text again
         * @description Also one that may have gone out: then the contact may get it twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a text that came back from a backup
         * @description It may have been sent since the backup was made, and is sent now. To not send it, delete it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    order_by?: "id" | "template_id" | "name" | "datetime" | "last_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Save a template */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        content: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        content: string;
                    };
                    "application/json": {
                        name: string;
                        content: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a template */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change a template */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        /** Delete a template */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a text for a contact
         * @description Nothing is saved or sent. For a campaign there is a preview of its own.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                    "application/json": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                rendered: {
                                    contact_id: number | null;
                                    /** @description As it is sent, the footer too */
                                    content: string | null;
                                    /** @description Why there is no text for this contact */
                                    error: string | null;
                                    /** @enum {string|null} */
                                    encoding: "gsm7" | "ucs2" | null;
                                    /** @description Septets, or UTF-16 units */
                                    units: number;
                                    parts: number;
                                    /** @description Where each part after the first begins, in UTF-16 units from 0 */
                                    part_breaks: number[];
                                    /** @description The characters that the small alphabet lacks */
                                    odd_characters: {
                                        character: string;
                                        /** @description In UTF-16 units, from 0 */
                                        positions: number[];
                                        /** @description What says the same in the small alphabet; null for nothing */
                                        replacement: string | null;
                                    }[];
                                };
                                /** @description The characters that the small alphabet lacks */
                                odd_characters: {
                                    character: string;
                                    /** @description In UTF-16 units, from 0 */
                                    positions: number[];
                                    /** @description What says the same in the small alphabet; null for nothing */
                                    replacement: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
